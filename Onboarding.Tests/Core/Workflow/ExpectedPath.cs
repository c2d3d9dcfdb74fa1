using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Core.Workflow;

/// <summary>One allowed step: what is demanded of it, and the refusals of its guards when they are not met.</summary>
public sealed record ExpectedStep(
    CaseStatus From, CaseAction Action, ActorRole Role, CaseStatus To, bool Claim, bool Reason, IReadOnlyList<RefusalCode> Guards);

/// <summary>
/// The path of a case as the SOP and its design tell it, written by hand and not from the program's table. Whoever changes
/// the table changes this page too, and sees in it what changes for the people.
/// </summary>
public static class ExpectedPath
{
    // status: action by role, role [claim] [reason] [unless REFUSAL, REFUSAL] -> status; without an arrow the case stays.
    private const string Steps = """
        Draft: EditData by CustomerService
        Draft: AddDocument by CustomerService
        Draft: RemoveDocument by CustomerService
        Draft: Submit by CustomerService -> Received
        Draft: Discard by CustomerService -> Cancelled

        Received: EditData by CustomerService claim
        Received: AddDocument by CustomerService claim
        Received: AddDocument by Partner
        Received: TickChecklist by CustomerService claim
        Received: SearchDuplicates by CustomerService claim
        Received: DecideDuplicate by CustomerService claim reason unless NothingToDecide
        Received: CompleteIntake by CustomerService claim unless ChecklistIncomplete, DuplicatesUndecided, AnswersNotReviewed -> InVerification
        Received: ReviewAnswers by CustomerService claim unless NothingToDecide
        Received: RecordContact by CustomerService claim
        Received: AskApplicant by CustomerService claim reason -> AwaitingApplicant
        Received: CancelRegistration by CustomerService claim reason -> Cancelled

        AwaitingApplicant: AddDocument by Applicant, Partner, CustomerService
        AwaitingApplicant: Reply by Applicant, CustomerService -> Received
        AwaitingApplicant: ResendQuestion by CustomerService
        AwaitingApplicant: RecallQuestion by CustomerService reason -> Received
        AwaitingApplicant: RecordContact by CustomerService
        AwaitingApplicant: Expire by System -> Expired

        InVerification: EditData by Administration claim reason
        InVerification: AddDocument by Administration claim
        InVerification: RecordCheck by Administration claim
        InVerification: ReenterField by Administration claim
        InVerification: AskSource by Administration claim
        InVerification: SearchDuplicates by Administration claim
        InVerification: DecideDuplicate by Administration claim reason unless NothingToDecide
        InVerification: ReviewAnswers by Administration claim unless NothingToDecide
        InVerification: RecordContact by Administration claim
        InVerification: SettlePoint by Administration claim unless NothingToDecide
        InVerification: AskClarification by Administration claim reason -> AwaitingClarification
        InVerification: CompleteVerification by Administration claim unless ChecklistIncomplete, DuplicatesUndecided, AnswersNotReviewed, ChecksNotPassed, PointsOpen -> Verified
        InVerification: RecommendRejection by Administration claim reason unless NoFailedCheck -> AwaitingApproval

        AwaitingClarification: AddDocument by Applicant, Partner, Administration
        AwaitingClarification: Reply by Applicant, Administration -> InVerification
        AwaitingClarification: ResendQuestion by Administration
        AwaitingClarification: RecallQuestion by Administration reason -> InVerification
        AwaitingClarification: RecordContact by Administration
        AwaitingClarification: Expire by System -> Expired

        Verified: SettlePoint by Administration claim unless NothingToDecide
        Verified: CompleteRecording by Administration claim unless PointsOpen -> Recorded
        Recorded: TickStorage by InformationTechnology claim
        Recorded: ConfirmStorage by InformationTechnology claim unless StorageNotConfirmed -> AwaitingApproval

        AwaitingApproval: Approve by Supervisor claim unless FourEyes, StageSkipped -> Activating
        AwaitingApproval: Reject by Supervisor claim reason unless FourEyes -> Rejected
        AwaitingApproval: SendBackToVerification by Supervisor claim reason -> InVerification
        AwaitingApproval: SendBackToRecording by Supervisor claim reason unless StageSkipped -> Verified

        Activating: ConfirmActivation by System -> Active
        Activating: ReportActivationFailure by System
        Activating: RetryActivation by InformationTechnology claim unless ActivationNotFailed
        Activating: ConfirmActivationManually by InformationTechnology claim reason unless ActivationNotFailed -> Active

        Active: RecordActivationNotice by System
        Active: RecordActivationNotice by CustomerService reason unless NoMessageReturned
        Active: OpenFollowUp by System
        Active: RecordFollowUp by CustomerService claim unless NothingToDecide
        Active: AskFeedback by CustomerService claim unless FollowUpsOpen, FeedbackAlreadyGiven
        Active: AskFeedback by System unless FollowUpsOpen, FeedbackAlreadyGiven
        Active: GiveFeedback by Applicant unless FeedbackNotAsked, FeedbackAlreadyGiven
        Active: Complete by CustomerService claim unless ActivationNoticeNotSent, FollowUpsOpen, FeedbackNotAsked -> Completed
        Active: Complete by System unless ActivationNoticeNotSent, FollowUpsOpen, FeedbackNotAsked -> Completed
        Completed: GiveFeedback by Applicant unless FeedbackNotAsked, FeedbackAlreadyGiven

        Received, AwaitingApplicant, InVerification, AwaitingClarification, Verified, Recorded, AwaitingApproval, Activating, Active, Completed, Rejected, Withdrawn, Expired: CorrectAddress by CustomerService reason unless NoMessageReturned

        Received, AwaitingApplicant, InVerification, AwaitingClarification, Verified, Recorded, AwaitingApproval, Activating: Withdraw by Applicant -> Withdrawn
        Received, AwaitingApplicant, InVerification, AwaitingClarification, Verified, Recorded, AwaitingApproval, Activating: Withdraw by CustomerService reason -> Withdrawn

        Draft, Received, AwaitingApplicant, InVerification, AwaitingClarification, Verified, Recorded, AwaitingApproval, Activating, Active: PlaceHold by Compliance reason
        Draft, Received, AwaitingApplicant, InVerification, AwaitingClarification, Verified, Recorded, AwaitingApproval, Activating, Active: ReleaseHold by Compliance reason

        Rejected: SubmitObjection by Applicant unless AlreadyObjected
        Rejected: Reopen by Supervisor reason -> InVerification
        Expired: Reopen by Supervisor reason unless ReopensElsewhere -> Received
        Expired: Reopen by Supervisor reason unless ReopensElsewhere -> InVerification
        """;

    /// <summary>Every allowed step, one for each status and role.</summary>
    public static IReadOnlyList<ExpectedStep> All { get; } =
        [.. Steps.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Parse)];

    /// <summary>The steps for an action in a status.</summary>
    public static IReadOnlyList<ExpectedStep> Find(CaseStatus status, CaseAction action) =>
        [.. All.Where(step => step.From == status && step.Action == action)];

    private static IEnumerable<ExpectedStep> Parse(string line)
    {
        var (left, to) = Cut(line, "->");
        var (statuses, what) = Cut(left, ":");
        var (demands, unless) = Cut(what, " unless ");
        var (action, who) = Cut(demands, " by ");
        var roles = who.Replace(" claim", string.Empty, StringComparison.Ordinal).Replace(" reason", string.Empty, StringComparison.Ordinal);
        return
            from status in List<CaseStatus>(statuses)
            from role in List<ActorRole>(roles)
            select new ExpectedStep(
                status, Enum.Parse<CaseAction>(action), role, to.Length == 0 ? status : Enum.Parse<CaseStatus>(to),
                who.Contains(" claim", StringComparison.Ordinal), who.Contains(" reason", StringComparison.Ordinal), [.. List<RefusalCode>(unless)]);
    }

    private static (string Left, string Right) Cut(string text, string at)
    {
        var parts = text.Split(at, 2);
        return (parts[0].Trim(), parts.Length == 2 ? parts[1].Trim() : string.Empty);
    }

    private static IEnumerable<T> List<T>(string names)
        where T : struct, Enum => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Enum.Parse<T>);
}
