namespace Onboarding.Portal.Components.Controls;

/// <summary>What a <see cref="ConfirmDialog"/> asks.</summary>
/// <param name="Title">The question.</param>
/// <param name="Text">What will happen.</param>
/// <param name="ConfirmText">The verb on the button that agrees.</param>
/// <param name="IsDangerous">The action cannot be undone: the button says so by its colour.</param>
/// <param name="ReasonLabel">The label of a required reason; no reason is asked where it is null.</param>
public sealed record ConfirmRequest(
    string Title,
    string Text,
    string ConfirmText,
    bool IsDangerous = false,
    string? ReasonLabel = null);
