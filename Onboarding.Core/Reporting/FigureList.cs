using Onboarding.Core.Cases;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>Which figure a list stands behind.</summary>
public enum FigureKind
{
    /// <summary>Cases that stand in a status now; the value is the status.</summary>
    Status = 1,

    /// <summary>Cases that have not come to an end.</summary>
    InProgress,

    /// <summary>Cases that compliance holds.</summary>
    Held,

    /// <summary>Live work; the value is the queue, the detail the state.</summary>
    Live,

    /// <summary>Live work that is late; the value is the queue, if one.</summary>
    Late,

    /// <summary>Live work that is late soon; the value is the queue, if one.</summary>
    DueSoon,

    /// <summary>Live work of a person; the value is the person.</summary>
    Claimed,

    /// <summary>Live work of a person that is late; the value is the person.</summary>
    ClaimedLate,

    /// <summary>Open cases by age; the value is the stage, the detail the band.</summary>
    Aged,

    /// <summary>Follow-ups that are due.</summary>
    CallsDue,

    /// <summary>Follow-ups of the next days.</summary>
    CallsAhead,

    /// <summary>Registrations that came in.</summary>
    Received,

    /// <summary>Cases that came to an end; the value is the status, if one.</summary>
    Ended,

    /// <summary>Services switched on.</summary>
    Activated,

    /// <summary>Approvals.</summary>
    Approved,

    /// <summary>Approvals that needed no second look.</summary>
    FirstPass,

    /// <summary>Approvals with a remark.</summary>
    ApprovedWithRemark,

    /// <summary>Rejections; the value is the category, if one; "-" for those without.</summary>
    Rejected,

    /// <summary>Recommendations to reject.</summary>
    Recommended,

    /// <summary>Cases sent back; the value is the outcome.</summary>
    SentBack,

    /// <summary>Cases opened again.</summary>
    Reopened,

    /// <summary>Work that was done; the value is the queue, if one.</summary>
    Done,

    /// <summary>Work that was done late; the value is the queue, if one.</summary>
    DoneLate,

    /// <summary>Work that a person did; the value is the person.</summary>
    DoneBy,

    /// <summary>Work that a person did late; the value is the person.</summary>
    DoneLateBy,

    /// <summary>Rounds of clarification that were begun.</summary>
    Asked,

    /// <summary>Activations that failed.</summary>
    ActivationFailures,

    /// <summary>Follow-ups that were made; the value is how they ended.</summary>
    Calls,

    /// <summary>Customers asked for feedback.</summary>
    FeedbackAsked,

    /// <summary>Answers with a score of satisfaction; the value is the score.</summary>
    Satisfaction,

    /// <summary>Answers with a score of ease; the value is the score.</summary>
    Ease,
}

/// <summary>The list behind a figure.</summary>
/// <param name="Kind">Which figure.</param>
/// <param name="Filter">Period, product, channel and province.</param>
/// <param name="Value">What narrows it, see the kinds; null for all.</param>
/// <param name="Detail">What narrows it further, see the kinds.</param>
public sealed record FigureList(FigureKind Kind, FigureFilter Filter, string? Value = null, string? Detail = null)
{
    /// <summary>The value of rejections without a category.</summary>
    public const string WithoutCategory = "-";

    /// <summary>True when the list is of a period, false when it is of now.</summary>
    public bool IsOfPeriod => Kind >= FigureKind.Received;

    /// <summary>True for live work, whose time is when it is due.</summary>
    public bool IsOfLiveWork => Kind is FigureKind.Live or FigureKind.Late or FigureKind.DueSoon or FigureKind.Claimed or FigureKind.ClaimedLate;

    /// <summary>True when it begins with the oldest: what waits for somebody. What happened begins with the newest.</summary>
    internal bool OldestFirst => IsOfLiveWork || Kind is FigureKind.Aged or FigureKind.CallsDue or FigureKind.CallsAhead;
}

/// <summary>A line of such a list. It names the case by number alone: who may see more opens it.</summary>
/// <param name="Id">What was counted: a case, a work item, a decision and so on.</param>
/// <param name="Number">Case number.</param>
/// <param name="ProductCode">Product.</param>
/// <param name="Channel">Channel.</param>
/// <param name="ProvinceCode">Code of the province, or empty.</param>
/// <param name="Status">Status of the case now.</param>
/// <param name="At">When it came in, happened, or is due (UTC).</param>
/// <param name="Person">Who has it or did it, or null.</param>
/// <param name="Queue">The queue, for work.</param>
public sealed record FigureLine(
    Guid Id, string Number, string ProductCode, Channel Channel, string ProvinceCode, CaseStatus Status, DateTimeOffset At, string? Person, WorkQueue? Queue)
{
    /// <summary>True for work whose clock stands, because the case is held or waits for the applicant: it is not due at any time.</summary>
    public bool IsStanding => At >= WorkItem.BehindAll;
}

/// <summary>Place of a line, to ask for the page behind it.</summary>
/// <param name="At">Time of the last line seen.</param>
/// <param name="Id">Its id.</param>
public sealed record FigureKey(DateTimeOffset At, Guid Id);

/// <summary>A page of a list.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Next">Key of the next page, or null at the end.</param>
public sealed record FigurePage(IReadOnlyList<FigureLine> Lines, FigureKey? Next);
