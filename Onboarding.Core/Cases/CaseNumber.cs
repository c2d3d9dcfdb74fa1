using System.Globalization;

namespace Onboarding.Core.Cases;

/// <summary>A case number such as ONB-2026-000123: year of receipt in the office's zone and a gap-free running number.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Sequence">From 1; more than six digits are written in full.</param>
public sealed record CaseNumber(int Year, int Sequence)
{
    /// <summary>Greatest length as text.</summary>
    public const int MaxLength = 20;

    /// <summary>Name of the series of a year, under which its last number is kept.</summary>
    public static string Series(int year) => string.Create(CultureInfo.InvariantCulture, $"ONB-{year:0000}");

    /// <summary>The year of such a series, or null when it is another one.</summary>
    internal static int? YearOf(string series) =>
        series.StartsWith("ONB-", StringComparison.Ordinal) && int.TryParse(series.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>The number as people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ONB-{Year:0000}-{Sequence:000000}");
}
