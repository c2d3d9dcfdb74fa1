using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>The part a member of staff took in a case. Who took one of these never decides on the case (four eyes).</summary>
public enum Part
{
    /// <summary>Entered or completed the registration (stage 1).</summary>
    Entered = 1,

    /// <summary>Verified documents or data (stage 2).</summary>
    Verified,

    /// <summary>Recorded the customer or confirmed the storage (stage 3).</summary>
    Recorded,
}

/// <summary>Which step counts as which part.</summary>
internal static class Parts
{
    /// <summary>
    /// The part that a member of staff takes with a step of the table, or null. Everything that is done to an open case
    /// before the decision counts (SOP stage 4), except holding and releasing, by which compliance works on no data. An address
    /// is data at whatever stage it turns out to be wrong: the case may be undecided, or be opened again.
    /// </summary>
    public static Part? Of(Transition row) => row.Action switch
    {
        CaseAction.PlaceHold or CaseAction.ReleaseHold => null,
        CaseAction.CorrectAddress => Part.Entered,
        _ => CaseStatuses.Of(row.From) is { IsClosed: false } status ? OfStage(status.Stage) : null,
    };

    private static Part? OfStage(Stage stage) => stage switch
    {
        Stage.Intake => Part.Entered,
        Stage.Verification => Part.Verified,
        Stage.Recording => Part.Recorded,
        Stage.Approval or Stage.FollowUp => null,
    };
}

/// <summary>One person's part in one case; written once, kept for good.</summary>
public sealed class Participation
{
    private Participation()
    {
    }

    internal Participation(Guid caseId, string staffId, string staffName, Part part, DateTimeOffset at)
    {
        CaseId = caseId;
        StaffId = staffId;
        StaffName = staffName;
        Part = part;
        At = at;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Id of the staff account.</summary>
    public string StaffId { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string StaffName { get; private set; } = string.Empty;

    /// <summary>Which part.</summary>
    public Part Part { get; private set; }

    /// <summary>When first (UTC).</summary>
    public DateTimeOffset At { get; private set; }
}
