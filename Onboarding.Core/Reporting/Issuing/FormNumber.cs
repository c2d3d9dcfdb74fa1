using System.Globalization;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>
/// The number of an issued form, such as FPS/2026/000123: what it is, the year of issue in the office's zone, and a running
/// number without gaps in that year. Each kind counts for itself.
/// </summary>
/// <param name="Kind">Which form.</param>
/// <param name="Year">Four digits.</param>
/// <param name="Sequence">From 1; more than six digits are written in full.</param>
public sealed record FormNumber(ReportKind Kind, int Year, int Sequence)
{
    /// <summary>Greatest length as text.</summary>
    public const int MaxLength = 20;

    /// <summary>The three letters of a kind.</summary>
    /// <param name="kind">Which form.</param>
    public static string Letters(ReportKind kind) => kind switch
    {
        ReportKind.RegistrationForm => "FPP",
        ReportKind.CompletenessChecklist => "CKD",
        ReportKind.VerificationForm => "FVD",
        ReportKind.VerificationLog => "LGV",
        ReportKind.VerificationReport => "LPV",
        ReportKind.ApprovalForm => "FPS",
        ReportKind.ActivationLetter => "SAL",
    };

    /// <summary>Name of the series of a kind and year, under which its last number is kept.</summary>
    public static string Series(ReportKind kind, int year) => string.Create(CultureInfo.InvariantCulture, $"{Letters(kind)}-{year:0000}");

    /// <summary>The number as people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Kind)}/{Year:0000}/{Sequence:000000}");
}
