namespace Onboarding.Portal.Components.Controls;

/// <summary>Says to the cards below that they are folded on a phone, and on nothing wider.</summary>
/// <param name="IsOpened">Somebody followed a link to them: they show what they hold.</param>
public sealed record PhoneFolding(bool IsOpened);
