namespace Onboarding.Core.Cases;

/// <summary>The last number given in a series, such as the case numbers of one year.</summary>
public sealed class NumberCounter
{
    private NumberCounter()
    {
    }

    internal NumberCounter(string series, int last)
    {
        Series = series;
        Last = last;
    }

    /// <summary>Name of the series, for example ONB-2026.</summary>
    public string Series { get; private set; } = string.Empty;

    /// <summary>The last number given.</summary>
    public int Last { get; private set; }
}
