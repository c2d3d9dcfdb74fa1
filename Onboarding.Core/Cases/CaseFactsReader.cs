using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Takes from a case what the engine has to know.</summary>
public static class CaseFactsReader
{
    /// <summary>
    /// The facts of a fully loaded case. Age and validity are judged by the office's date of its last change, so that a
    /// page and the write that follows it decide by the same day, and a closed case stays as it was.
    /// </summary>
    public static CaseFacts Read(OnboardingCase owner, ApplicantData data, CaseRules rules)
    {
        var worker = owner.LiveWorkItem is { State: WorkItemState.Claimed } item ? item : null;
        var verification = rules.Verification.Read(owner, data);
        var points = owner.CurrentPoints(CaseStatuses.Of(owner.Status).Stage);
        return new CaseFacts
        {
            Status = owner.Status,
            OnHold = owner.Hold is not null,
            OwnerId = worker?.AssigneeId,
            OwnerName = worker?.AssigneeName,
            Participants = owner.Participations.Select(entry => entry.StaffId).ToHashSet(StringComparer.Ordinal),
            Rejecters = owner.Decisions.Where(entry => entry.Outcome == DecisionOutcome.Rejected).Select(entry => entry.ById).ToHashSet(StringComparer.Ordinal),
            HasObjected = owner.LastRejection is { } rejection && owner.Objections.Any(objection => objection.DecisionId == rejection.Id),
            HasPoints = points.Count > 0,
            OpenPoints = points.Count(point => point.DoneAt is null),
            OpenChecklistItems = CompletenessChecklist.Read(owner, data, rules.Policy.DateAt(owner.UpdatedAt)).Count(line => !line.IsSatisfied),
            HasDuplicates = owner.Duplicates.Count > 0,
            UndecidedDuplicates = owner.Duplicates.Count(match => match.IsOpen || match.IsKnownCustomer),
            IsKnownCustomer = owner.Duplicates.Any(match => match.IsKnownCustomer),
            HasAnswers = owner.Clarifications.SelectMany(round => round.Items).Any(item => item.AnsweredAt is not null),
            UnreviewedAnswers = owner.Clarifications.SelectMany(round => round.Items).Count(item => item.AwaitsReview),
            ChecksNotPassed = verification.Required - verification.Passed,
            FailedChecks = verification.Lines.Count(line => line.Result == CheckResult.Failed),
            OpenStorageItems = StorageChecklist.Read(owner).Count(line => !line.IsSatisfied),
            CustomerRecorded = owner.RecordedAt is not null,
            RejectionRecommended = owner.RejectionRecommended,
            ActivationFailed = owner.ActivationFailed,
            OpenFollowUps = owner.FollowUps.Count(followUp => followUp.DoneAt is null),
            HasDueFollowUp = owner.FollowUps.Any(followUp => followUp.OpenedAt is not null && followUp.DoneAt is null),
            FeedbackAsked = owner.Feedback is not null,
            FeedbackGiven = owner.Feedback?.GivenAt is not null,
            ActivationNoticeSent = owner.ActivationNoticeSentAt is not null,
            NoticeNotDelivered = owner.ActivationNoticeSentAt is null && owner.WorkItems.Any(item => item.Concern == ConcernKind.MessageNotDelivered),
            MessageNotDelivered = owner.LiveConcerns.Any(concern => concern.Concern == ConcernKind.MessageNotDelivered),
            ExpiredFrom = owner.ExpiredFrom,
        };
    }
}
