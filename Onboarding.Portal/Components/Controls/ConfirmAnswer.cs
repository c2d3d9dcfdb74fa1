namespace Onboarding.Portal.Components.Controls;

/// <summary>That somebody agreed in a <see cref="ConfirmDialog"/>.</summary>
/// <param name="Reason">The reason, trimmed; null where none was asked.</param>
public sealed record ConfirmAnswer(string? Reason);
