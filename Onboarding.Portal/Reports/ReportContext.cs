using Onboarding.Core.Reporting;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Reports;

/// <summary>What marks an issued form.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Code">Its confirmation code, as it is printed.</param>
/// <param name="Address">The page on which the code can be typed.</param>
/// <param name="Link">The same page with the code: what the QR code says.</param>
public sealed record ReportMarking(string Number, string Code, string Address, string Link);

/// <summary>What every part of a report has to know beside its data.</summary>
/// <param name="Company">Name of the company (setting <c>Company:Name</c>).</param>
/// <param name="Time">Writes instants in the office's zone, so that a report reads the same whoever prints it.</param>
/// <param name="IssuedAt">When it is made (UTC).</param>
/// <param name="IssuedBy">Name of the person who asks for it.</param>
/// <param name="Styles">The stylesheet to put inside, or null when the page links it.</param>
/// <param name="IsSubstitute">True when a PDF was asked for and this page stands in for it.</param>
public sealed record ReportContext(
    string Company, DisplayTime Time, DateTimeOffset IssuedAt, string IssuedBy, string? Styles, bool IsSubstitute)
{
    /// <summary>The company's logo as the address of an image, or null for the portal's own mark.</summary>
    public string? Logo { get; init; }

    /// <summary>What marks an issued form; null for a plain print.</summary>
    public ReportMarking? Mark { get; init; }

    /// <summary>True when the page is shown in a browser rather than printed here.</summary>
    public bool IsPage => Styles is null;

    /// <summary>The name of a person on the report.</summary>
    public static string Name(ReportPerson person) => person.Party switch
    {
        ReportParty.Staff => person.Name,
        ReportParty.Applicant => DomainTexts.Of(ActorRole.Applicant),
        ReportParty.Portal => DomainTexts.Of(ActorRole.System),
    };

    /// <summary>Whether a result speaks for the case; null when it says nothing.</summary>
    public static bool? IsGood(CheckResult result) => result switch
    {
        CheckResult.Passed => true,
        CheckResult.Failed => false,
        CheckResult.Inconclusive => null,
    };

    /// <summary>Whether the answer of a source speaks for the case; null when it says nothing.</summary>
    public static bool? IsGood(SourceState state) => state switch
    {
        SourceState.Match => true,
        SourceState.Mismatch or SourceState.NotFound => false,
        SourceState.Unavailable => null,
    };

    /// <summary>Which part of a version, to follow its number; empty when the version is one file.</summary>
    public static string Part(PartNumber? part) =>
        part is null ? "" : ReportText.PartNumber.With(part.Number, part.Count);

    /// <summary>Instant, or a dash.</summary>
    public string At(DateTimeOffset? instant) => instant is { } present ? Time.DateAndTime(present) : "–";
}
