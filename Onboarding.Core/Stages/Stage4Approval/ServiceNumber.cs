using System.Globalization;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The number of a service of the embedded activation, such as SVC-2026-000031.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Sequence">From 1.</param>
public sealed record ServiceNumber(int Year, int Sequence)
{
    /// <summary>Name of the series of a year.</summary>
    public static string Series(int year) => string.Create(CultureInfo.InvariantCulture, $"SVC-{year:0000}");

    /// <summary>The number as people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SVC-{Year:0000}-{Sequence:000000}");
}
