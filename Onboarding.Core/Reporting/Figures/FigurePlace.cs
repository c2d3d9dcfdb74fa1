using System.Globalization;
using System.Runtime.InteropServices;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>Where a count stands: when, and for which product, channel and province.</summary>
/// <param name="Day">A day as yyyymmdd, a month as yyyymm00, or <see cref="Now"/>.</param>
/// <param name="Product">Product code, or <see cref="Any"/>.</param>
/// <param name="Channel">Channel, or <see cref="Any"/>.</param>
/// <param name="Province">Code of the province, or <see cref="Any"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FigurePlace(int Day, string Product, string Channel, string Province)
{
    /// <summary>How things stand now.</summary>
    public const int Now = 0;

    /// <summary>Stands for every product, channel or province.</summary>
    public const string Any = "*";

    private const int DaysInCode = 100;

    /// <summary>The place of a case on a day, or now.</summary>
    internal static FigurePlace Of(string product, Channel channel, string province, int day) => new(day, product, channel.ToString(), province);

    /// <summary>The code of a day.</summary>
    internal static int Code(DateOnly day) => (((day.Year * DaysInCode) + day.Month) * DaysInCode) + day.Day;

    /// <summary>The code of the month in which a day is.</summary>
    internal static int Month(int day) => day - (day % DaysInCode);

    /// <summary>The day of a code.</summary>
    internal static DateOnly Date(int code) => DateOnly.ParseExact(code.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The rows that hold a count: in every detail, over all provinces, and by province alone; each for the day and for its
    /// month. So any filter over a year reads a bounded number of rows, and a count stands in six and not in sixteen.
    /// </summary>
    internal IEnumerable<FigurePlace> Levels()
    {
        foreach (var day in Day == Now ? [Now] : new[] { Day, Month(Day) })
        {
            yield return this with { Day = day };
            yield return this with { Day = day, Province = Any };
            yield return this with { Day = day, Product = Any, Channel = Any };
        }
    }
}
