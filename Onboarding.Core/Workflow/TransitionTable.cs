using System.Collections.Frozen;
using static Onboarding.Core.Workflow.ActorRole;
using static Onboarding.Core.Workflow.CaseAction;
using static Onboarding.Core.Workflow.CaseStatus;

namespace Onboarding.Core.Workflow;

/// <summary>
/// The path of a case as one table of data. The engine, the buttons on screen, the permissions, the SLA clock and
/// the diagram in the docs read it. What is not in it cannot happen.
/// </summary>
public static class TransitionTable
{
    /// <summary>Every row, in the order of the SOP.</summary>
    public static readonly IReadOnlyList<Transition> All =
    [
        // Stage 1, Penerimaan Data Pelanggan (Tim Customer Service).
        Row(Draft, EditData, Draft, CustomerService),
        Row(Draft, AddDocument, Draft, CustomerService),
        Row(Draft, RemoveDocument, Draft, CustomerService),
        Row(Draft, Submit, Received, CustomerService),
        Row(Draft, Discard, Cancelled, CustomerService),
        Work(Received, EditData, Received, CustomerService),
        Work(Received, AddDocument, Received, CustomerService),
        Row(Received, AddDocument, Received, Partner),
        Work(Received, TickChecklist, Received, CustomerService),
        Work(Received, SearchDuplicates, Received, CustomerService),
        Work(Received, DecideDuplicate, Received, CustomerService) with { NeedsReason = true, Guards = [Guards.DuplicateFound] },
        Work(Received, CompleteIntake, InVerification, CustomerService) with { Guards = [Guards.ChecklistComplete, Guards.DuplicatesDecided, Guards.AnswersReviewed] },
        Work(Received, ReviewAnswers, Received, CustomerService) with { Guards = [Guards.AnswerGiven] },
        Work(Received, RecordContact, Received, CustomerService),
        Work(Received, AskApplicant, AwaitingApplicant, CustomerService) with { NeedsReason = true },
        Work(Received, CancelRegistration, Cancelled, CustomerService) with { NeedsReason = true },
        Row(AwaitingApplicant, AddDocument, AwaitingApplicant, Applicant, Partner, CustomerService),
        Row(AwaitingApplicant, Reply, Received, Applicant, CustomerService),
        Row(AwaitingApplicant, ResendQuestion, AwaitingApplicant, CustomerService),
        Row(AwaitingApplicant, RecallQuestion, Received, CustomerService) with { NeedsReason = true },
        Row(AwaitingApplicant, RecordContact, AwaitingApplicant, CustomerService),
        Row(AwaitingApplicant, Expire, Expired, ActorRole.System),

        // Stage 2, Verifikasi Dokumen dan Data (Tim Administrasi).
        Work(InVerification, EditData, InVerification, Administration) with { NeedsReason = true },
        Work(InVerification, AddDocument, InVerification, Administration),
        Work(InVerification, RecordCheck, InVerification, Administration),
        Work(InVerification, ReenterField, InVerification, Administration),
        Work(InVerification, AskSource, InVerification, Administration),
        Work(InVerification, SearchDuplicates, InVerification, Administration),
        Work(InVerification, DecideDuplicate, InVerification, Administration) with { NeedsReason = true, Guards = [Guards.DuplicateFound] },
        Work(InVerification, ReviewAnswers, InVerification, Administration) with { Guards = [Guards.AnswerGiven] },
        Work(InVerification, RecordContact, InVerification, Administration),
        Work(InVerification, SettlePoint, InVerification, Administration) with { Guards = [Guards.PointGiven] },
        Work(InVerification, AskClarification, AwaitingClarification, Administration) with { NeedsReason = true },
        Work(InVerification, CompleteVerification, Verified, Administration) with { Guards = [Guards.ChecklistComplete, Guards.DuplicatesDecided, Guards.AnswersReviewed, Guards.ChecksPassed, Guards.PointsSettled] },
        Work(InVerification, RecommendRejection, AwaitingApproval, Administration) with { NeedsReason = true, Guards = [Guards.GroundForRejection] },
        Row(AwaitingClarification, AddDocument, AwaitingClarification, Applicant, Partner, Administration),
        Row(AwaitingClarification, Reply, InVerification, Applicant, Administration),
        Row(AwaitingClarification, ResendQuestion, AwaitingClarification, Administration),
        Row(AwaitingClarification, RecallQuestion, InVerification, Administration) with { NeedsReason = true },
        Row(AwaitingClarification, RecordContact, AwaitingClarification, Administration),
        Row(AwaitingClarification, Expire, Expired, ActorRole.System),

        // Stage 3, Input dan Penyimpanan Data (Tim Administrasi dan IT).
        Work(Verified, SettlePoint, Verified, Administration) with { Guards = [Guards.PointGiven] },
        Work(Verified, CompleteRecording, Recorded, Administration) with { Guards = [Guards.PointsSettled] },
        Work(Recorded, TickStorage, Recorded, InformationTechnology),
        Work(Recorded, ConfirmStorage, AwaitingApproval, InformationTechnology) with { Guards = [Guards.StorageConfirmed] },

        // Stage 4, Persetujuan dan Aktivasi (Supervisor Layanan).
        Work(AwaitingApproval, Approve, Activating, Supervisor) with { Guards = [Guards.FourEyes, Guards.AllStagesPassed] },
        Work(AwaitingApproval, Reject, Rejected, Supervisor) with { NeedsReason = true, Guards = [Guards.FourEyes] },
        Work(AwaitingApproval, SendBackToVerification, InVerification, Supervisor) with { NeedsReason = true },
        Work(AwaitingApproval, SendBackToRecording, Verified, Supervisor) with { NeedsReason = true, Guards = [Guards.AllStagesPassed] },
        Row(Activating, ConfirmActivation, Active, ActorRole.System),
        Row(Activating, ReportActivationFailure, Activating, ActorRole.System),
        Work(Activating, RetryActivation, Activating, InformationTechnology) with { Guards = [Guards.ActivationFailed] },
        Work(Activating, ConfirmActivationManually, Active, InformationTechnology) with { NeedsReason = true, Guards = [Guards.ActivationFailed] },

        // Stage 5, Onboarding dan Tindak Lanjut (Tim Customer Service).
        Row(Active, RecordActivationNotice, Active, ActorRole.System),

        // A customer whose address takes no mail gets notice and guide another way ("email, aplikasi, atau pertemuan langsung").
        Row(Active, RecordActivationNotice, Active, CustomerService) with { NeedsReason = true, Guards = [Guards.NoticeNotDelivered] },
        Row(Active, OpenFollowUp, Active, ActorRole.System),
        Work(Active, RecordFollowUp, Active, CustomerService) with { Guards = [Guards.FollowUpDue] },
        Work(Active, AskFeedback, Active, CustomerService) with { Guards = [Guards.FollowUpsDone, Guards.FeedbackOpen] },
        Row(Active, AskFeedback, Active, ActorRole.System) with { Guards = [Guards.FollowUpsDone, Guards.FeedbackOpen] },
        Row(Active, GiveFeedback, Active, Applicant) with { Guards = [Guards.FeedbackAsked, Guards.FeedbackOpen] },
        Row(Completed, GiveFeedback, Completed, Applicant) with { Guards = [Guards.FeedbackAsked, Guards.FeedbackOpen] },
        Work(Active, Complete, Completed, CustomerService) with { Guards = [Guards.ActivationNoticeSent, Guards.FollowUpsDone, Guards.FeedbackAsked] },

        Row(Active, Complete, Completed, ActorRole.System) with { Guards = [Guards.ActivationNoticeSent, Guards.FollowUpsDone, Guards.FeedbackAsked] },

        // Wherever the applicant is written to: an address that does not take mail is mended, also after the end.
        .. CaseStatuses.All.Where(info => info.Status is not (Draft or Cancelled))
            .Select(info => Row(info.Status, CorrectAddress, info.Status, CustomerService) with { NeedsReason = true, Guards = [Guards.MessageNotDelivered] }),

        // Any stage: the applicant withdraws until the service is active.
        // Whoever withdraws for somebody else says on what ground; the applicant owes no reason.
        .. Until(Active).SelectMany(status => new[]
        {
            Row(status, Withdraw, Withdrawn, Applicant),
            Row(status, Withdraw, Withdrawn, CustomerService) with { NeedsReason = true },
        }),

        // Any stage: compliance holds and releases; the status stays untouched.
        .. Open().SelectMany(status => new[]
        {
            Row(status, PlaceHold, status, ActorRole.Compliance) with { NeedsReason = true },
            Row(status, ReleaseHold, status, ActorRole.Compliance) with { NeedsReason = true },
        }),

        // After a rejection: the applicant may ask for another look, once.
        Row(Rejected, SubmitObjection, Rejected, Applicant) with { Guards = [Guards.NotObjected] },

        // After the end: the supervisor opens a rejected or expired case again where it can be mended.
        Row(Rejected, Reopen, InVerification, Supervisor) with { NeedsReason = true },
        Row(Expired, Reopen, Received, Supervisor) with { NeedsReason = true, Guards = [Guards.ExpiredInIntake] },
        Row(Expired, Reopen, InVerification, Supervisor) with { NeedsReason = true, Guards = [Guards.ExpiredInVerification] },
    ];

    private static readonly FrozenDictionary<(CaseStatus, CaseAction), Transition[]> Rows =
        All.GroupBy(row => (row.From, row.Action)).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenDictionary<CaseStatus, CaseAction[]> Actions =
        All.GroupBy(row => row.From).ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Action).Distinct().ToArray());

    /// <summary>The rows for an action in a status: none, one, or several that differ by their guards.</summary>
    public static IReadOnlyList<Transition> Find(CaseStatus status, CaseAction action) =>
        Rows.TryGetValue((status, action), out var rows) ? rows : [];

    /// <summary>The actions that have a row in this status.</summary>
    public static IReadOnlyList<CaseAction> ActionsIn(CaseStatus status) =>
        Actions.TryGetValue(status, out var actions) ? actions : [];

    private static Transition Row(CaseStatus from, CaseAction action, CaseStatus to, params ActorRole[] roles) =>
        new(from, action, to, roles.ToFrozenSet());

    private static Transition Work(CaseStatus from, CaseAction action, CaseStatus to, ActorRole role) =>
        Row(from, action, to, role) with { NeedsClaim = true };

    private static IEnumerable<CaseStatus> Open() =>
        CaseStatuses.All.Where(info => !info.IsClosed).Select(info => info.Status);

    // Draft is left out: an offline draft belongs to Customer Service, who discards it.
    private static IEnumerable<CaseStatus> Until(CaseStatus end) =>
        Open().Where(status => status != Draft && status < end);
}
