using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Regions;

/// <summary>
/// What is known of a place before its name is searched for. Of regions whose names match equally well, those that agree with it
/// come first; nothing is left out, since what was filled in before can be the mistake.
/// </summary>
/// <param name="ChosenCode">The region chosen so far, of any level; null or empty when there is none.</param>
/// <param name="PostalCode">The postal code as typed so far; null or empty when there is none.</param>
public sealed record RegionHint(string? ChosenCode, string? PostalCode)
{
    private static readonly RegionLevel[] Above = [RegionLevel.Province, RegionLevel.Regency, RegionLevel.District];

    /// <summary>How badly a region agrees; 0 is best. What was chosen says more than the first digit of a postal code, which many provinces share.</summary>
    internal int DistanceTo(long key)
    {
        var apart = RegionCodeText.Read(ChosenCode) is { } chosen
            ? Above.Count(level => level <= chosen.Level && RegionCodeText.Above(chosen.Key, level) != RegionCodeText.Above(key, level))
            : 0;
        return (2 * apart) + (Disagrees(key) ? 1 : 0);
    }

    private bool Disagrees(long key)
    {
        var digit = PostalCode?.Trim() is [>= '1' and <= '9' and var first, ..] ? first : (char?)null;
        var province = Province.Find(RegionCodeText.Print(RegionCodeText.Above(key, RegionLevel.Province), RegionLevel.Province));
        return digit is { } known && province?.PostalFirstDigits.Contains(known, StringComparison.Ordinal) == false;
    }
}
