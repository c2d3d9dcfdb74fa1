namespace Onboarding.Core.Reporting.Figures;

/// <summary>Counts that begin when something is first counted under their name.</summary>
internal static class CountsByName
{
    public static FigureCounts At<T>(this Dictionary<T, FigureCounts> counts, T name)
        where T : notnull
    {
        if (!counts.TryGetValue(name, out var found))
        {
            counts[name] = found = new FigureCounts();
        }

        return found;
    }
}
