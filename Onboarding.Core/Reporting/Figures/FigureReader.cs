using Microsoft.EntityFrameworkCore;
using Onboarding.Core.IdentityNumbers;
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
/// twice or missed. Days that are over are added up once and then remembered.
/// </summary>
internal sealed class FigureReader
{
    // A province, or none where an address has not been read yet. By name each day of each of them is found in the index, where "any but the sum" is looked for everywhere.
    private static readonly string[] Places = [string.Empty, .. Province.All.Select(province => province.Code)];

    private readonly KnownSums<PeriodSums> _periods = new();
    private readonly KnownSums<IReadOnlyDictionary<string, FigureCounts>> _provinces = new();

    /// <summary>The sums of a filter.</summary>
    public async Task<FigureSums> ReadAsync(OnboardingContext context, FigureFilter filter, CancellationToken cancellationToken)
    {
        var codes = filter.Codes();
        var earlier = filter.PeriodBefore();
        var current = codes.ToHashSet();
        int[] wanted = [FigurePlace.Now, .. codes, .. earlier.Codes()];
        var province = filter.Province ?? FigurePlace.Any;
        var rows = Rows(context, filter, wanted).Where(row => row.Province == province && row.Product != FigurePlace.Any);
        var lines = await Lines(rows, Deltas(context, filter, FigurePlace.Code(earlier.From), FigurePlace.Code(filter.To))).ToListAsync(cancellationToken);

        var (now, period, before) = (new FigureCounts(), new PeriodSums(), new PeriodSums());
        var (over, overBefore) = (new List<CountLine>(), new List<CountLine>());
        var from = FigurePlace.Code(filter.From);
        foreach (var line in lines)
        {
            if (line.Day == FigurePlace.Now)
            {
                now.Add(line.Counts);
            }
            else if (current.Contains(line.Day) || (line.IsDelta && line.Day >= from))
            {
                if (IsOver(line, codes))
                {
                    over.Add(line);
                }
                else
                {
                    period.Add(line, current.Contains(line.Day) ? line.Day : FigurePlace.Month(line.Day));
                }
            }
            else if (line.IsDelta)
            {
                before.Add(line, line.Day);
            }
            else
            {
                overBefore.Add(line);
            }
        }

        period.Add(_periods.Of(over, Sum));
        before.Add(_periods.Of(overBefore, Sum));
        return new FigureSums(now, period.All(), before.All(), [.. codes.Select(code => (code, period.Step(code)))], period.By(place => place.Product), period.By(place => place.Channel));
    }

    /// <summary>The period by province.</summary>
    public async Task<IReadOnlyDictionary<string, FigureCounts>> ReadProvincesAsync(OnboardingContext context, FigureFilter filter, CancellationToken cancellationToken)
    {
        var codes = filter.Codes();
        var rows = Rows(context, filter, [.. codes]);
        rows = filter switch
        {
            { Province: { } province } => rows.Where(row => row.Province == province),
            { Channel: not null } => rows.Where(row => Places.Contains(row.Province)),
            _ => rows.Where(row => row.Province != FigurePlace.Any),
        };
        rows = filter.Product is null && filter.Channel is null ? rows.Where(row => row.Product == FigurePlace.Any) : rows.Where(row => row.Product != FigurePlace.Any);
        var deltas = Deltas(context, filter, FigurePlace.Code(filter.From), FigurePlace.Code(filter.To)).Where(delta => delta.Day != FigurePlace.Now);
        var lines = await Lines(rows, deltas).ToListAsync(cancellationToken);
        var provinces = ByProvince(lines.Where(line => !IsOver(line, codes)));
        foreach (var (province, counts) in _provinces.Of(lines.FindAll(line => IsOver(line, codes)), ByProvince))
        {
            provinces.At(province).Add(counts);
        }

        return provinces;
    }

    // The last day or month of a period may still be running, and would be another text at every refresh.
    private static bool IsOver(CountLine line, IReadOnlyList<int> codes) => !line.IsDelta && line.Day != codes[^1];

    private static PeriodSums Sum(IEnumerable<CountLine> lines)
    {
        var sums = new PeriodSums();
        foreach (var line in lines)
        {
            sums.Add(line, line.Day);
        }

        return sums;
    }

    private static Dictionary<string, FigureCounts> ByProvince(IEnumerable<CountLine> lines)
    {
        var provinces = new Dictionary<string, FigureCounts>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            provinces.At(line.Province).Add(line.Counts);
        }

        return provinces;
    }

    // What narrows is asked of each table by itself: SQLite finds no index for a question that is put to both together.
    private static IQueryable<FigureRow> Rows(OnboardingContext context, FigureFilter filter, int[] codes)
    {
        var channel = filter.Channel?.ToString();
        var rows = context.FigureRows.AsNoTracking().Where(row => codes.Contains(row.Day));
        rows = filter.Product is { } product ? rows.Where(row => row.Product == product) : rows;
        return channel is null ? rows : rows.Where(row => row.Channel == channel);
    }

    private static IQueryable<FigureDelta> Deltas(OnboardingContext context, FigureFilter filter, int first, int last)
    {
        var channel = filter.Channel?.ToString();
        var deltas = context.FigureDeltas.AsNoTracking().Where(delta => delta.Day == FigurePlace.Now || (delta.Day >= first && delta.Day <= last));
        deltas = filter.Product is { } product ? deltas.Where(delta => delta.Product == product) : deltas;
        deltas = filter.Province is { } province ? deltas.Where(delta => delta.Province == province) : deltas;
        return channel is null ? deltas : deltas.Where(delta => delta.Channel == channel);
    }

    private static IQueryable<CountLine> Lines(IQueryable<FigureRow> rows, IQueryable<FigureDelta> deltas) =>
        rows.Select(row => new CountLine { IsDelta = false, Day = row.Day, Product = row.Product, Channel = row.Channel, Province = row.Province, Counts = row.Counts })
            .Concat(deltas.Select(delta => new CountLine { IsDelta = true, Day = delta.Day, Product = delta.Product, Channel = delta.Channel, Province = delta.Province, Counts = delta.Counts }));
}
