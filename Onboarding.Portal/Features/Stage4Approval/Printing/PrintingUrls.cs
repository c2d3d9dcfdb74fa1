using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Stage4Approval.Printing;

/// <summary>The addresses of bulk printing.</summary>
public static class PrintingUrls
{
    /// <summary>Choosing, progress and results.</summary>
    public const string Page = "/printing";

    /// <summary>The route of a joined file.</summary>
    public const string FileRoute = "/printing/{id:guid}/file";

    /// <summary>The route of one report, where they could not be joined.</summary>
    public const string PartRoute = "/printing/{id:guid}/file/{part:int}";

    /// <summary>The parameter with the status of the cases that are offered.</summary>
    public const string StatusParameter = "status";

    /// <summary>The parameter with the last case of the page before.</summary>
    public const string BeforeParameter = "before";

    /// <summary>Cases in a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="before">The last of the page before, or null.</param>
    public static string Of(CaseStatus status, Guid? before = null) =>
        before is { } last ? $"{Page}?{StatusParameter}={status}&{BeforeParameter}={last}" : $"{Page}?{StatusParameter}={status}";

    /// <summary>A joined file.</summary>
    public static string File(Guid id) => $"{Page}/{id}/file";

    /// <summary>One report.</summary>
    public static string Part(Guid id, int part) => FormattableString.Invariant($"{Page}/{id}/file/{part}");
}
