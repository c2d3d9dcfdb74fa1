namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// What one write changed in the figures of one place. It is only ever added, by the transaction that changed the case, so
/// that writers do not wait for each other; the fold adds it to the rows and removes it.
/// </summary>
public sealed class FigureDelta
{
    private FigureDelta()
    {
    }

    internal FigureDelta(Guid id, FigurePlace place, FigureCounts counts)
    {
        Id = id;
        (Day, Product, Channel, Province) = (place.Day, place.Product, place.Channel, place.Province);
        Counts = counts.ToString();
    }

    /// <summary>Identity, in the order of writing.</summary>
    public Guid Id { get; private set; }

    /// <summary>The day as yyyymmdd in the office's zone, or 0 for how things stand now.</summary>
    public int Day { get; private set; }

    /// <summary>Product code.</summary>
    public string Product { get; private set; } = string.Empty;

    /// <summary>Channel.</summary>
    public string Channel { get; private set; } = string.Empty;

    /// <summary>Code of the province, empty where the case has none.</summary>
    public string Province { get; private set; } = string.Empty;

    /// <summary>The differences, as <see cref="FigureCounts"/> writes them.</summary>
    public string Counts { get; private set; } = string.Empty;

    internal FigurePlace Place => new(Day, Product, Channel, Province);
}
