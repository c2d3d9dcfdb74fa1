namespace Onboarding.Benchmarks.Results;

/// <summary>One measured figure beside what it is judged by.</summary>
/// <param name="Measurement">The measurement it belongs to; a heading of the report.</param>
/// <param name="What">What was measured.</param>
/// <param name="Database">On which database, or empty.</param>
/// <param name="Cases">How many cases the database held, or null.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Figure(string Measurement, string What, string Database, long? Cases, double Value, string Unit)
{
    /// <summary>A further figure of the same measurement that says how it is spread, such as a percentile, in the same unit; or null.</summary>
    public double? High { get; init; }

    /// <summary>What it is compared with, measured in the same run; null where there is nothing to compare with.</summary>
    public double? Baseline { get; init; }

    /// <summary>What the baseline is.</summary>
    public string BaselineIs { get; init; } = string.Empty;

    /// <summary>The aim, or null.</summary>
    public Wanted? Wanted { get; init; }

    /// <summary>The figure as a multiple of its baseline.</summary>
    public double? Ratio => Baseline is > 0 and var baseline ? Value / baseline : null;

    /// <summary>Whether the aim is reached; null without an aim.</summary>
    public bool? IsReached => Wanted switch
    {
        null => null,
        { OfRatio: true } wanted => Ratio is { } ratio && wanted.Holds(ratio),
        var wanted => wanted.Holds(wanted.OfHigh ? High ?? Value : Value),
    };
}

/// <summary>An aim.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="AtLeast">True when more is better.</param>
/// <param name="OfRatio">True when it is about the ratio to the baseline, false when about the figure itself.</param>
/// <param name="OfHigh">True when it is about <see cref="Figure.High"/>.</param>
internal sealed record Wanted(double Limit, bool AtLeast = false, bool OfRatio = true, bool OfHigh = false)
{
    /// <summary>Whether a number is on the right side of the limit.</summary>
    public bool Holds(double number) => AtLeast ? number >= Limit : number <= Limit;
}
