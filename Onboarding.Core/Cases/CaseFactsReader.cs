using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Takes from a case what the engine has to know.</summary>
public static class CaseFactsReader
{
    /// <summary>The facts of a fully loaded case.</summary>
    public static CaseFacts Read(OnboardingCase owner, ApplicantData data)
    {
        var worker = owner.LiveWorkItem is { State: WorkItemState.Claimed } item ? item : null;
        var verification = VerificationForm.Read(owner, data);
        return new CaseFacts
        {
            Status = owner.Status,
            OnHold = owner.Hold is not null,
            OwnerId = worker?.AssigneeId,
            OwnerName = worker?.AssigneeName,
            Participants = owner.Participations.Select(entry => entry.StaffId).ToHashSet(StringComparer.Ordinal),
            OpenChecklistItems = CompletenessChecklist.Read(owner, data).Count(line => !line.IsSatisfied),
            UndecidedDuplicates = owner.Duplicates.Count(match => match.Verdict is null or DuplicateVerdict.Same),
            ChecksNotPassed = verification.Count(line => line.IsRequired && line.Latest?.Result != CheckResult.Passed),
            FailedChecks = verification.Count(line => line.Latest?.Result == CheckResult.Failed),
            OpenStorageItems = StorageChecklist.Read(owner).Count(line => !line.IsSatisfied),
            CustomerRecorded = owner.RecordedAt is not null,
            RejectionRecommended = owner.RejectionRecommended,
            ActivationFailed = owner.ActivationFailed,
            OpenFollowUps = owner.FollowUps.Count(followUp => followUp.DoneAt is null),
            FeedbackAsked = owner.Feedback is not null,
            FeedbackGiven = owner.Feedback?.GivenAt is not null,
            ActivationNoticeSent = owner.ActivationNoticeSentAt is not null,
            ExpiredFrom = owner.ExpiredFrom,
        };
    }
}
