using Onboarding.Core.Clarifications;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Core.Cases;

/// <summary>Takes from a case what has to be known to say whether it may be approved in one go with others.</summary>
internal static class ApprovalFactsReader
{
    /// <summary>The facts of a fully loaded case, judged by the same day as everything else of it.</summary>
    public static ApprovalFacts Read(OnboardingCase owner, ApplicantData data, CaseRules rules)
    {
        var form = rules.Verification.Read(owner, data);
        return new ApprovalFacts
        {
            RejectionRecommended = owner.RejectionRecommended,
            CustomerRecorded = owner.RecordedAt is not null,
            OnHold = owner.Hold is not null,
            DataWarnings = RegistrationRules.Check(data, rules.Policy.DateAt(owner.UpdatedAt)).Warnings.Count,
            NearDuplicates = owner.Duplicates.Count(match => match.IsOpen || match.Verdict != DuplicateVerdict.Different),
            MissingChecks = form.Required - form.Passed,
            FailedChecks = form.Lines.Count(line => line.Result is CheckResult.Failed or CheckResult.Inconclusive),
            StaleChecks = form.Lines.Count(line => line.Stale is not null),
            ReentryDifferences = owner.Reentries.GroupBy(attempt => attempt.Field)
                .Count(field => field.MaxBy(attempt => attempt.Number)!.Resolution == ReentryResolution.RealDifference),
            DoubtfulAnswers = owner.Clarifications.SelectMany(round => round.Items).Count(item => item.AwaitsReview || item.Verdict == AnswerVerdict.NotAccepted),
            DisagreeingSources = owner.SourceAnswers.GroupBy(answer => answer.Source, StringComparer.Ordinal)
                .Count(source => source.MaxBy(answer => answer.Number)!.State is SourceState.Mismatch or SourceState.NotFound),
            DoubtfulDocuments = owner.Documents.Select(document => document.Kind).Distinct().SelectMany(owner.CurrentDocuments)
                .Count(document => document.HasContent && (!document.IsUsable || document.IsIntact == false)),
            EarlierDecisions = owner.Decisions.Count(decision => decision.IsSendBack || decision.Outcome is DecisionOutcome.Rejected or DecisionOutcome.Reopened),
            OpenConcerns = owner.LiveConcerns.Count(),
        };
    }
}
