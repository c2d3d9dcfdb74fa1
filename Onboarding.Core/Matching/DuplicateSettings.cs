namespace Onboarding.Core.Matching;

/// <summary>Settings of the search for duplicates, section "Duplicates" of the configuration.</summary>
public sealed record DuplicateSettings
{
    /// <summary>
    /// Score from 1 to 100 from which a match is shown to be decided. An equal identity number is always shown. Lower finds more
    /// and asks more often in vain.
    /// </summary>
    public int ShowFrom { get; init; } = 50;

    /// <summary>How many matches of one case are shown at most, the most likely first.</summary>
    public int MostShown { get; init; } = 20;
}
