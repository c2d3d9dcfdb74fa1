namespace Onboarding.Core.Reporting.Figures;

/// <summary>Counts of several places.</summary>
internal sealed class FigureTotals
{
    private readonly Dictionary<FigurePlace, FigureCounts> _places = [];

    /// <summary>The places whose counts are not all zero.</summary>
    public IEnumerable<(FigurePlace Place, FigureCounts Counts)> All =>
        _places.Where(entry => !entry.Value.IsEmpty).Select(entry => (entry.Key, entry.Value));

    /// <summary>How many places were touched.</summary>
    public int Count => _places.Count;

    public void Add(FigurePlace place, string name, long count) => At(place).Add(name, count);

    public void Add(FigurePlace place, string counts) => At(place).Add(counts);

    /// <summary>The same counts in every row that holds them.</summary>
    public FigureTotals InLevels()
    {
        var levels = new FigureTotals();
        foreach (var (place, counts) in All)
        {
            foreach (var level in place.Levels())
            {
                levels.At(level).Add(counts);
            }
        }

        return levels;
    }

    private FigureCounts At(FigurePlace place)
    {
        if (!_places.TryGetValue(place, out var counts))
        {
            _places[place] = counts = new FigureCounts();
        }

        return counts;
    }
}
