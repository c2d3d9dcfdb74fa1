using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>Sums of the projections for a filter.</summary>
/// <param name="Now">How things stand.</param>
/// <param name="Period">What happened in the period.</param>
/// <param name="Before">What happened in the period before.</param>
/// <param name="Steps">What came in and what ended in the days of the period, or in its months and days, in order; the codes are those of <see cref="FigurePlace"/>.</param>
/// <param name="Products">The period by product.</param>
/// <param name="Channels">The period by channel.</param>
internal sealed record FigureSums(
    FigureCounts Now,
    FigureCounts Period,
    FigureCounts Before,
    IReadOnlyList<(int Code, FigureCounts Counts)> Steps,
    IReadOnlyDictionary<string, FigureCounts> Products,
    IReadOnlyDictionary<string, FigureCounts> Channels);

/// <summary>
/// Reads the projections: folded rows and what is not folded yet, in one statement, so that a fold in between is not counted
/// twice or missed.
/// </summary>
internal static class FigureReader
{
    // What the picture of the period shows of a day.
    private static readonly string[] OfStep = [FigureNames.Received, FigureNames.Ended];

    /// <summary>The sums of a filter.</summary>
    public static async Task<FigureSums> ReadAsync(OnboardingContext context, FigureFilter filter, CancellationToken cancellationToken)
    {
        var codes = filter.Codes();
        var earlier = filter.PeriodBefore();
        var current = codes.ToHashSet();
        int[] wanted = [FigurePlace.Now, .. codes, .. earlier.Codes()];
        var province = filter.Province ?? FigurePlace.Any;
        var lines = await Lines(context, filter, wanted, FigurePlace.Code(earlier.From), FigurePlace.Code(filter.To))
            .Where(line => line.IsDelta ? filter.Province == null || line.Province == filter.Province : line.Province == province && line.Product != FigurePlace.Any)
            .ToListAsync(cancellationToken);

        // A text is read once, into the counts of its product and channel: few, of which the wider sums are made.
        var (now, period, before) = (new FigureCounts(), new FigureCounts(), new FigureCounts());
        var steps = codes.ToDictionary(code => code, _ => new FigureCounts());
        var details = new Dictionary<(string Product, string Channel), FigureCounts>();
        var from = FigurePlace.Code(filter.From);
        foreach (var line in lines)
        {
            if (line.Day == FigurePlace.Now)
            {
                now.Add(line.Counts);
            }
            else if (current.Contains(line.Day) || (line.IsDelta && line.Day >= from))
            {
                steps[current.Contains(line.Day) ? line.Day : FigurePlace.Month(line.Day)].Add(line.Counts, OfStep);
                At(details, (line.Product, line.Channel)).Add(line.Counts);
            }
            else
            {
                before.Add(line.Counts);
            }
        }

        var products = new Dictionary<string, FigureCounts>(StringComparer.Ordinal);
        var channels = new Dictionary<string, FigureCounts>(StringComparer.Ordinal);
        foreach (var ((product, channel), counts) in details)
        {
            period.Add(counts);
            At(products, product).Add(counts);
            At(channels, channel).Add(counts);
        }

        return new FigureSums(now, period, before, [.. codes.Select(code => (code, steps[code]))], products, channels);
    }

    /// <summary>The period by province.</summary>
    public static async Task<IReadOnlyDictionary<string, FigureCounts>> ReadProvincesAsync(OnboardingContext context, FigureFilter filter, CancellationToken cancellationToken)
    {
        var isWhole = filter.Product is null && filter.Channel is null;
        var lines = await Lines(context, filter, [.. filter.Codes()], FigurePlace.Code(filter.From), FigurePlace.Code(filter.To))
            .Where(line => line.Day != FigurePlace.Now && (filter.Province == null || line.Province == filter.Province))
            .Where(line => line.IsDelta || (line.Province != FigurePlace.Any && (isWhole ? line.Product == FigurePlace.Any : line.Product != FigurePlace.Any)))
            .ToListAsync(cancellationToken);
        var provinces = new Dictionary<string, FigureCounts>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            At(provinces, line.Province).Add(line.Counts);
        }

        return provinces;
    }

    private static IQueryable<Line> Lines(OnboardingContext context, FigureFilter filter, int[] codes, int first, int last)
    {
        var channel = filter.Channel?.ToString();
        var rows = context.FigureRows.AsNoTracking().Where(row => codes.Contains(row.Day));
        var deltas = context.FigureDeltas.AsNoTracking().Where(delta => delta.Day == FigurePlace.Now || (delta.Day >= first && delta.Day <= last));
        if (filter.Product is { } product)
        {
            rows = rows.Where(row => row.Product == product);
            deltas = deltas.Where(delta => delta.Product == product);
        }

        if (channel is not null)
        {
            rows = rows.Where(row => row.Channel == channel);
            deltas = deltas.Where(delta => delta.Channel == channel);
        }

        return rows.Select(row => new Line { IsDelta = false, Day = row.Day, Product = row.Product, Channel = row.Channel, Province = row.Province, Counts = row.Counts })
            .Concat(deltas.Select(delta => new Line { IsDelta = true, Day = delta.Day, Product = delta.Product, Channel = delta.Channel, Province = delta.Province, Counts = delta.Counts }));
    }

    private static FigureCounts At<T>(Dictionary<T, FigureCounts> counts, T name)
        where T : notnull
    {
        if (!counts.TryGetValue(name, out var found))
        {
            counts[name] = found = new FigureCounts();
        }

        return found;
    }

    private sealed class Line
    {
        public required bool IsDelta { get; init; }

        public required int Day { get; init; }

        public required string Product { get; init; }

        public required string Channel { get; init; }

        public required string Province { get; init; }

        public required string Counts { get; init; }
    }
}
