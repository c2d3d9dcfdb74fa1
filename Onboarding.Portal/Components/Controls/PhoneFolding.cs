namespace Onboarding.Portal.Components.Controls;

/// <summary>Says to the cards below that they are folded on a phone, and on nothing wider.</summary>
/// <param name="IsOpened">Somebody came by an address that leads to them: they show what they hold from the start.</param>
public sealed record PhoneFolding(bool IsOpened);
