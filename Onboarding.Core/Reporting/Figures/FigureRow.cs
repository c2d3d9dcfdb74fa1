namespace Onboarding.Core.Reporting.Figures;

/// <summary>Folded counts of one day, one month or of now, for one level of detail (see <see cref="FigurePlace.Levels"/>). Written by the fold and the rebuild alone.</summary>
public sealed class FigureRow
{
    private FigureRow()
    {
    }

    internal FigureRow(FigurePlace place) => (Day, Product, Channel, Province) = (place.Day, place.Product, place.Channel, place.Province);

    /// <summary>The day as yyyymmdd in the office's zone, the month as yyyymm00, or 0 for how things stand now.</summary>
    public int Day { get; private set; }

    /// <summary>Product code, or <see cref="FigurePlace.Any"/>.</summary>
    public string Product { get; private set; } = string.Empty;

    /// <summary>Channel, or <see cref="FigurePlace.Any"/>.</summary>
    public string Channel { get; private set; } = string.Empty;

    /// <summary>Code of the province, empty where the case has none, or <see cref="FigurePlace.Any"/>.</summary>
    public string Province { get; private set; } = string.Empty;

    /// <summary>The counts, as <see cref="FigureCounts"/> writes them.</summary>
    public string Counts { get; private set; } = string.Empty;

    internal FigurePlace Place => new(Day, Product, Channel, Province);

    internal void Add(FigureCounts counts)
    {
        var sum = FigureCounts.Read(Counts);
        sum.Add(counts);
        Counts = sum.ToString();
    }
}
