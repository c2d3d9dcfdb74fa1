using System.Globalization;

namespace Onboarding.Core.Customers;

/// <summary>A customer number such as CUS-2026-000045.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Sequence">From 1; more than six digits are written in full.</param>
public sealed record CustomerNumber(int Year, int Sequence)
{
    /// <summary>How every customer number begins.</summary>
    public const string Prefix = "CUS-";

    /// <summary>Name of the series of a year, under which its last number is kept.</summary>
    public static string Series(int year) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:0000}");

    /// <summary>The year of such a series, or null when it is another one.</summary>
    internal static int? YearOf(string series) =>
        series.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(series.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>The number as people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Year:0000}-{Sequence:000000}");
}
