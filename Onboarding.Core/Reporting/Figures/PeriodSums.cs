namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// The counts of a period. A text is read once, into the counts of its product and channel: few, of which the wider sums are made.
/// </summary>
internal sealed class PeriodSums
{
    // What the picture of the period shows of a day.
    private static readonly string[] OfStep = [FigureNames.Received, FigureNames.Ended];

    private readonly Dictionary<int, FigureCounts> _steps = [];
    private readonly Dictionary<(string Product, string Channel), FigureCounts> _details = [];

    /// <summary>Everything.</summary>
    public FigureCounts All()
    {
        var all = new FigureCounts();
        foreach (var counts in _details.Values)
        {
            all.Add(counts);
        }

        return all;
    }

    /// <summary>What came in and what ended, in one step of the period.</summary>
    public FigureCounts Step(int code) => _steps.GetValueOrDefault(code) ?? new FigureCounts();

    /// <summary>The counts by what a product and channel are called.</summary>
    public Dictionary<string, FigureCounts> By(Func<(string Product, string Channel), string> name)
    {
        var sums = new Dictionary<string, FigureCounts>(StringComparer.Ordinal);
        foreach (var (place, counts) in _details)
        {
            sums.At(name(place)).Add(counts);
        }

        return sums;
    }

    /// <summary>Adds a line to a step.</summary>
    public void Add(CountLine line, int step)
    {
        _steps.At(step).Add(line.Counts, OfStep);
        _details.At((line.Product, line.Channel)).Add(line.Counts);
    }

    /// <summary>Adds other sums, which stay as they are.</summary>
    public void Add(PeriodSums other)
    {
        foreach (var (code, counts) in other._steps)
        {
            _steps.At(code).Add(counts);
        }

        foreach (var (place, counts) in other._details)
        {
            _details.At(place).Add(counts);
        }
    }
}
