using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Protection;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Core.Cases;

/// <summary>What the use cases do to a case beside the transition, on a case in memory.</summary>
internal static class Effects
{
    private static readonly AccessLink Link = new([1], [2]);

    public static void Apply(CaseWork work, CaseAction action)
    {
        var owner = work.Case;
        switch (action)
        {
            case CaseAction.RecommendRejection:
                owner.RecommendRejection();
                break;
            case CaseAction.CompleteRecording:
                owner.RecordCustomer(work.NewId(), work.Now);
                break;
            case CaseAction.SendBackToVerification or CaseAction.SendBackToRecording or CaseAction.Reopen:
                owner.ReturnToEarlierStage();
                break;
            case CaseAction.PlaceHold:
                owner.PlaceHold(new Hold(work.Actor.Id, work.Actor.Name, "because", work.Now));
                owner.LiveWorkItem?.StopClock(work.Now, work.Policy.Calendar);
                break;
            case CaseAction.ReleaseHold:
                owner.LiftHold();
                if (owner.LiveWorkItem is { State: not WorkItemState.Waiting } item)
                {
                    item.StartClock(work.Now, work.Policy.Calendar);
                }

                break;
            case CaseAction.ReportActivationFailure when !owner.ActivationFailed:
                owner.MarkActivationFailed();
                work.OpenWorkItem(WorkQueue.ActivationFailure);
                break;
            case CaseAction.RetryActivation:
                owner.RetryActivation();
                work.CloseWorkItem(WorkItemState.Done);
                break;
            case CaseAction.ConfirmActivation or CaseAction.ConfirmActivationManually:
                owner.Activate("SVC", work.Now);
                owner.Add(new FollowUp(work.NewId(), owner.Id, 1, work.Now));
                break;
            case CaseAction.RecordActivationNotice:
                owner.RecordActivationNotice(work.Now);
                break;
            case CaseAction.OpenFollowUp when owner.LiveWorkItem is null:
                work.OpenWorkItem(WorkQueue.FollowUp);
                owner.FollowUps.FirstOrDefault(entry => entry.OpenedAt is null)?.Open(work.Now);
                break;
            case CaseAction.RecordFollowUp:
                owner.FollowUps.FirstOrDefault(entry => entry.DoneAt is null)?.Finish(FollowUpOutcome.Understood, null, work.Actor.Name, work.Now);
                break;
            case CaseAction.AskFeedback when owner.Feedback is null:
                owner.AskFeedback(new Feedback(owner.Id, Link, work.Now));
                break;
            case CaseAction.GiveFeedback:
                owner.Feedback!.Give(5, 5, null, work.Now);
                break;
        }
    }

    /// <summary>Fills every form, so that the checklists stand in nobody's way.</summary>
    public static void FillForms(CaseWork work, bool failing)
    {
        var (owner, system) = (work.Case, Actor.System("forms"));
        foreach (var (_, kind) in CompletenessChecklist.RequiredDocuments(work.Data).Where(required => owner.Documents.All(document => document.Kind != required.Document)))
        {
            var stored = new StoredDocument(work.NewId(), DocumentType.Png, 1, [1], MasterKeyId.Parse("0000000000000000"), [1]);
            owner.AddDocument(stored.Id, kind, "x.png", TakenDocument.OwnWork(stored), system, work.Now).RecordProof(new DocumentProof(DocumentIntegrity.Intact, 1, 1), work.Now, work.Now);
        }

        if (owner.Consents.Count == 0)
        {
            owner.Add(new ConsentRecord(work.NewId(), owner.Id, "registration", "1", [1], Language.Indonesian, true, Channel.Online, "x", work.Now));
        }

        owner.Tick(work.NewId(), ChecklistKind.Completeness, nameof(ChecklistItem.ProductExplained), null, system, work.Now);
        foreach (var item in Enum.GetNames<StorageItem>())
        {
            owner.Tick(work.NewId(), ChecklistKind.Storage, item, null, system, work.Now);
        }

        foreach (var line in work.Form.Lines.Where(line => line.IsRequired))
        {
            var found = new CheckFinding(line.Key, failing ? CheckResult.Failed : CheckResult.Passed, [], "x");
            owner.Add(new VerificationCheck(work.NewId(), owner.Id, found, work.Rules.Verification.BasisOf(line.Key, owner, work.Data), "x", "x", work.Now));
        }
    }
}
