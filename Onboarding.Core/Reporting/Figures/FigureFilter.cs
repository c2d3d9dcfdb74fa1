using Onboarding.Core.Cases;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>Which figures: of a period, and of everything or one product, channel or province.</summary>
/// <param name="From">First day, in the office's zone.</param>
/// <param name="To">Last day.</param>
/// <param name="Product">Product code, or null for all.</param>
/// <param name="Channel">Channel, or null for all.</param>
/// <param name="Province">Code of the province, or null for all.</param>
public sealed record FigureFilter(DateOnly From, DateOnly To, string? Product = null, Channel? Channel = null, string? Province = null)
{
    /// <summary>The longest period, in days.</summary>
    public const int MostDays = 366;

    // Above this a line for each day is no picture any more, and months are read instead of days.
    private const int MostSingleDays = 62;

    // Farther out a day of the office has no instant any more.
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(9000, 12, 31);

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>True when the period is one that can be counted.</summary>
    public bool IsValid => From >= FirstDay && To <= LastDay && To >= From && Days <= MostDays && FreeText.CanBeAskedFor(Product);

    /// <summary>True when nothing but the period is asked for.</summary>
    public bool IsOfAll => Product is null && Channel is null && Province is null;

    /// <summary>The same number of days right before.</summary>
    public FigureFilter PeriodBefore() => this with { From = From.AddDays(-Days), To = From.AddDays(-1) };

    /// <summary>The rows that cover the period: its days, or whole months and the days around them.</summary>
    internal IReadOnlyList<int> Codes()
    {
        var codes = new List<int>();
        for (var day = From; day <= To;)
        {
            var next = day.AddMonths(1);
            if (Days > MostSingleDays && day.Day == 1 && next.AddDays(-1) <= To)
            {
                codes.Add(FigurePlace.Month(FigurePlace.Code(day)));
                day = next;
            }
            else
            {
                codes.Add(FigurePlace.Code(day));
                day = day.AddDays(1);
            }
        }

        return codes;
    }
}
