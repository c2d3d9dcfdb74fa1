using System.Globalization;
using Onboarding.Core.Results;

namespace Onboarding.Core.Workflow;

/// <summary>A named condition of a transition, with the refusal it gives when it is not met.</summary>
public enum GuardName
{
    /// <summary>The actor took no part in entering, verifying or recording the case.</summary>
    FourEyes = 1,

    /// <summary>No item of the Checklist Kelengkapan Data is open (SOP stage 1).</summary>
    ChecklistComplete,

    /// <summary>The search for duplicates found a match.</summary>
    DuplicateFound,

    /// <summary>Every match of the duplicate search has been decided ("Pelanggan Baru": never recorded before).</summary>
    DuplicatesDecided,

    /// <summary>The applicant answered something, so there is something to decide.</summary>
    AnswerGiven,

    /// <summary>Somebody decided on every answer of the applicant.</summary>
    AnswersReviewed,

    /// <summary>Every required check of stage 2 passed.</summary>
    ChecksPassed,

    /// <summary>There is a ground for rejection: a check failed, or the applicant is a customer already.</summary>
    GroundForRejection,

    /// <summary>The storage and security checklist is complete (SOP stage 3).</summary>
    StorageConfirmed,

    /// <summary>The case has passed stages 2 and 3 and was not sent up with a recommendation to reject.</summary>
    AllStagesPassed,

    /// <summary>The last activation attempt failed for good.</summary>
    ActivationFailed,

    /// <summary>No follow-up is open.</summary>
    FollowUpsDone,

    /// <summary>A contact with the new customer fell due and was not made.</summary>
    FollowUpDue,

    /// <summary>The applicant was asked for feedback.</summary>
    FeedbackAsked,

    /// <summary>No feedback was given yet.</summary>
    FeedbackOpen,

    /// <summary>The activation notice and guide have been sent.</summary>
    ActivationNoticeSent,

    /// <summary>The activation notice did not reach the customer, because mail does not arrive.</summary>
    NoticeNotDelivered,

    /// <summary>A mail to the applicant did not arrive.</summary>
    MessageNotDelivered,

    /// <summary>The case expired while Customer Service waited for the applicant.</summary>
    ExpiredInIntake,

    /// <summary>The case expired while Administrasi waited for the applicant.</summary>
    ExpiredInVerification,

    /// <summary>The applicant has not objected to the latest rejection yet.</summary>
    NotObjected,

    /// <summary>The supervisor sent the case back with points, so there is something to tick off.</summary>
    PointGiven,

    /// <summary>Every point with which the supervisor sent the case back is ticked off.</summary>
    PointsSettled,
}

/// <summary>A guard and its refusal.</summary>
/// <param name="Name">Its name, shown in the diagram.</param>
/// <param name="Check">Null when it is met, otherwise the refusal.</param>
public sealed record Guard(GuardName Name, Func<CaseFacts, Actor, Refusal?> Check);

/// <summary>All guards of the transition table.</summary>
public static class Guards
{
    /// <summary>See <see cref="GuardName.FourEyes"/>.</summary>
    public static readonly Guard FourEyes = new(GuardName.FourEyes, (facts, actor) =>
        facts.Participants.Contains(actor.Id) ? new NotAllowed(RefusalCode.FourEyes) : null);

    /// <summary>See <see cref="GuardName.ChecklistComplete"/>.</summary>
    public static readonly Guard ChecklistComplete = Count(GuardName.ChecklistComplete, facts => facts.OpenChecklistItems, RefusalCode.ChecklistIncomplete);

    /// <summary>See <see cref="GuardName.DuplicateFound"/>.</summary>
    public static readonly Guard DuplicateFound = Flag(GuardName.DuplicateFound, facts => facts.HasDuplicates, RefusalCode.NothingToDecide);

    /// <summary>See <see cref="GuardName.DuplicatesDecided"/>.</summary>
    public static readonly Guard DuplicatesDecided = Count(GuardName.DuplicatesDecided, facts => facts.UndecidedDuplicates, RefusalCode.DuplicatesUndecided);

    /// <summary>See <see cref="GuardName.AnswerGiven"/>.</summary>
    public static readonly Guard AnswerGiven = Flag(GuardName.AnswerGiven, facts => facts.HasAnswers, RefusalCode.NothingToDecide);

    /// <summary>See <see cref="GuardName.AnswersReviewed"/>.</summary>
    public static readonly Guard AnswersReviewed = Count(GuardName.AnswersReviewed, facts => facts.UnreviewedAnswers, RefusalCode.AnswersNotReviewed);

    /// <summary>See <see cref="GuardName.ChecksPassed"/>.</summary>
    public static readonly Guard ChecksPassed = Count(GuardName.ChecksPassed, facts => facts.ChecksNotPassed, RefusalCode.ChecksNotPassed);

    /// <summary>See <see cref="GuardName.GroundForRejection"/>.</summary>
    public static readonly Guard GroundForRejection = Flag(GuardName.GroundForRejection, facts => facts.FailedChecks > 0 || facts.IsKnownCustomer, RefusalCode.NoFailedCheck);

    /// <summary>See <see cref="GuardName.StorageConfirmed"/>.</summary>
    public static readonly Guard StorageConfirmed = Count(GuardName.StorageConfirmed, facts => facts.OpenStorageItems, RefusalCode.StorageNotConfirmed);

    /// <summary>See <see cref="GuardName.AllStagesPassed"/>.</summary>
    public static readonly Guard AllStagesPassed = Flag(GuardName.AllStagesPassed, facts => facts.CustomerRecorded && !facts.RejectionRecommended, RefusalCode.StageSkipped);

    /// <summary>See <see cref="GuardName.ActivationFailed"/>.</summary>
    public static readonly Guard ActivationFailed = Flag(GuardName.ActivationFailed, facts => facts.ActivationFailed, RefusalCode.ActivationNotFailed);

    /// <summary>See <see cref="GuardName.FollowUpsDone"/>.</summary>
    public static readonly Guard FollowUpsDone = Count(GuardName.FollowUpsDone, facts => facts.OpenFollowUps, RefusalCode.FollowUpsOpen);

    /// <summary>See <see cref="GuardName.FollowUpDue"/>.</summary>
    public static readonly Guard FollowUpDue = Flag(GuardName.FollowUpDue, facts => facts.HasDueFollowUp, RefusalCode.NothingToDecide);

    /// <summary>See <see cref="GuardName.FeedbackAsked"/>.</summary>
    public static readonly Guard FeedbackAsked = Flag(GuardName.FeedbackAsked, facts => facts.FeedbackAsked, RefusalCode.FeedbackNotAsked);

    /// <summary>See <see cref="GuardName.FeedbackOpen"/>.</summary>
    public static readonly Guard FeedbackOpen = Flag(GuardName.FeedbackOpen, facts => !facts.FeedbackGiven, RefusalCode.FeedbackAlreadyGiven);

    /// <summary>See <see cref="GuardName.ActivationNoticeSent"/>.</summary>
    public static readonly Guard ActivationNoticeSent = Flag(GuardName.ActivationNoticeSent, facts => facts.ActivationNoticeSent, RefusalCode.ActivationNoticeNotSent);

    /// <summary>See <see cref="GuardName.NoticeNotDelivered"/>.</summary>
    public static readonly Guard NoticeNotDelivered = Flag(GuardName.NoticeNotDelivered, facts => facts.NoticeNotDelivered, RefusalCode.NoMessageReturned);

    /// <summary>See <see cref="GuardName.MessageNotDelivered"/>.</summary>
    public static readonly Guard MessageNotDelivered = Flag(GuardName.MessageNotDelivered, facts => facts.MessageNotDelivered, RefusalCode.NoMessageReturned);

    /// <summary>See <see cref="GuardName.ExpiredInIntake"/>.</summary>
    public static readonly Guard ExpiredInIntake = Flag(GuardName.ExpiredInIntake, facts => facts.ExpiredFrom == CaseStatus.AwaitingApplicant, RefusalCode.ReopensElsewhere);

    /// <summary>See <see cref="GuardName.ExpiredInVerification"/>.</summary>
    public static readonly Guard ExpiredInVerification = Flag(GuardName.ExpiredInVerification, facts => facts.ExpiredFrom == CaseStatus.AwaitingClarification, RefusalCode.ReopensElsewhere);

    /// <summary>See <see cref="GuardName.NotObjected"/>.</summary>
    public static readonly Guard NotObjected = Flag(GuardName.NotObjected, facts => !facts.HasObjected, RefusalCode.AlreadyObjected);

    /// <summary>See <see cref="GuardName.PointGiven"/>.</summary>
    public static readonly Guard PointGiven = Flag(GuardName.PointGiven, facts => facts.HasPoints, RefusalCode.NothingToDecide);

    /// <summary>See <see cref="GuardName.PointsSettled"/>.</summary>
    public static readonly Guard PointsSettled = Count(GuardName.PointsSettled, facts => facts.OpenPoints, RefusalCode.PointsOpen);

    private static Guard Flag(GuardName name, Func<CaseFacts, bool> met, RefusalCode code) =>
        new(name, (facts, _) => met(facts) ? null : new NotAllowed(code));

    private static Guard Count(GuardName name, Func<CaseFacts, int> open, RefusalCode code) =>
        new(name, (facts, _) => open(facts) is var count and > 0
            ? new NotAllowed(code, count.ToString(CultureInfo.InvariantCulture))
            : null);
}
