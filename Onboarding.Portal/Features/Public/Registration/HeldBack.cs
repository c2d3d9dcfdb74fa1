namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>What a tab of the browser holds of the form because the portal has not said that it is kept.</summary>
/// <param name="Version">The version of the kept form over which it was typed; 0 when there was none.</param>
/// <param name="Fields">The texts by the id of their field.</param>
/// <param name="IsFirst">Whether the tab opens this form for the first time: no reload of it.</param>
public sealed record HeldBack(int Version, IReadOnlyDictionary<string, string> Fields, bool IsFirst = false);
