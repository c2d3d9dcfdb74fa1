using System.Globalization;

namespace Onboarding.Core.Customers;

/// <summary>A customer number such as CUS-2026-000045.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Sequence">From 1.</param>
public sealed record CustomerNumber(int Year, int Sequence)
{
    /// <summary>Name of the series of a year, under which its last number is kept.</summary>
    public static string Series(int year) => string.Create(CultureInfo.InvariantCulture, $"CUS-{year:0000}");

    /// <summary>The number as people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"CUS-{Year:0000}-{Sequence:000000}");
}
