using System.Globalization;

namespace Onboarding.Benchmarks.Results;

/// <summary>How figures are written, the same on the screen and in the report.</summary>
internal static class FigureText
{
    private const double ManyFrom = 100;

    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<string> Headings = ["what", "database", "cases", "figure", "high", "beside", "ratio", "wanted", "reached"];

    /// <summary>The cells of a figure.</summary>
    public static IReadOnlyList<string> Row(Figure figure) =>
    [
        figure.What,
        figure.Database,
        figure.Cases is { } cases ? cases.ToString("N0", CultureInfo.InvariantCulture) : string.Empty,
        $"{Number(figure.Value)} {figure.Unit}",
        figure.High is { } high ? Number(high) : string.Empty,
        figure.Baseline is { } baseline ? $"{Number(baseline)} ({figure.BaselineIs})" : figure.BaselineIs,
        figure.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : string.Empty,
        figure.Wanted is { } wanted ? Aim(wanted, figure.Unit) : string.Empty,
        figure.IsReached switch { true => "yes", false => "no", null => string.Empty },
    ];

    private static string Aim(Wanted wanted, string unit) =>
        $"{(wanted.AtLeast ? "≥" : "≤")} {wanted.Limit.ToString("0.##", CultureInfo.InvariantCulture)}{(wanted.OfRatio ? " ×" : $" {unit}")}";

    private static string Number(double number) =>
        number.ToString(Math.Abs(number) >= ManyFrom ? "N0" : Math.Abs(number) >= 1 ? "0.0" : "0.000", CultureInfo.InvariantCulture);
}
