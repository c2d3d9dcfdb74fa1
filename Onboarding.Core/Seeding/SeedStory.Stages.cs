using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Documents;
using Onboarding.Core.Outbox;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

// The stages of the SOP, each as far as the plan goes.
internal sealed partial class SeedStory
{
    private static readonly string[] RejectionReasons =
    [
        "Data identitas tidak sesuai dengan dokumen yang diberikan.",
        "Lokasi pemasangan belum terjangkau jaringan.",
    ];

    private static readonly TimeSpan Proved = TimeSpan.FromDays(30);

    private void Go(SeedNumbers numbers)
    {
        if (_plan.Target != CaseStatus.Draft)
        {
            Intake();
            if (Case.Status == CaseStatus.InVerification)
            {
                Verification();
            }

            if (Case.Status == CaseStatus.Verified)
            {
                Recording(numbers);
            }

            if (Case.Status == CaseStatus.AwaitingApproval)
            {
                Approval(numbers);
            }

            if (Case.Status == CaseStatus.Active)
            {
                Aftercare();
            }

            MaybeHold();
            EscalateIfLate();
        }
    }

    private void Intake()
    {
        Pass(5, 120);
        switch (_plan.Target)
        {
            case CaseStatus.Received:
                MaybeClaim(ActorRole.CustomerService);
                return;
            case CaseStatus.Withdrawn when _random.Next(2) == 0:
                Withdraw();
                return;
        }

        var actor = Claim(ActorRole.CustomerService);
        Pass(5, 90);
        switch (_plan.Target)
        {
            case CaseStatus.Cancelled:
                Act(actor, CaseAction.CancelRegistration, "Pendaftaran ganda; pelanggan diminta memakai pendaftaran pertama.");
                return;
            case CaseStatus.AwaitingApplicant:
                Ask(actor, CaseAction.AskApplicant, Stage.Intake);
                return;
            case CaseStatus.Expired:
                Ask(actor, CaseAction.AskApplicant, Stage.Intake);
                Expire();
                return;
        }

        TickCompleteness(actor);
        Pass(5, 60);
        Do(actor, work =>
        {
            var refusal = work.Act(CaseAction.CompleteIntake);
            return refusal;
        });
    }

    private void Recording(SeedNumbers numbers)
    {
        if (_plan.Target == CaseStatus.Verified)
        {
            MaybeClaim(ActorRole.Administration);
            return;
        }

        Pass(20, 180);
        var actor = Claim(ActorRole.Administration);
        Pass(10, 45);
        Do(actor, work =>
        {
            var refusal = work.Act(CaseAction.CompleteRecording);
            var year = _world.Policy.DateAt(work.Now).Year;
            var number = new CustomerNumber(year, numbers.Next(CustomerNumber.Series(year)));
            var first = _world.Recording.Begin(work, number, StandardFormat.Apply(_data));
            (Customer, Record) = (first.Customer, first.Record);
            Events.AddRange(first.Events);
            Case.RecordCustomer(Customer.Id, work.Now);
            return refusal;
        });
        if (_plan.Target == CaseStatus.Recorded)
        {
            MaybeClaim(ActorRole.InformationTechnology);
            return;
        }

        Pass(20, 180);
        var technician = Claim(ActorRole.InformationTechnology);
        foreach (var item in Enum.GetValues<StorageItem>())
        {
            Pass(2, 10);
            Do(technician, work => Tick(work, CaseAction.TickStorage, ChecklistKind.Storage, item.ToString()));
        }

        Do(technician, work =>
        {
            foreach (var document in Case.Documents)
            {
                document.RecordProof(new DocumentProof(DocumentIntegrity.Intact, 1, 1), work.Now, work.Now + Proved);
            }

            var refusal = work.Act(CaseAction.ConfirmStorage);
            return refusal;
        });
    }

    private void Approval(SeedNumbers numbers)
    {
        if (_plan.Target == CaseStatus.AwaitingApproval)
        {
            MaybeClaim(ActorRole.Supervisor);
            return;
        }

        Pass(30, 240);
        var supervisor = Claim(ActorRole.Supervisor);
        Pass(10, 60);
        if (_plan.Target == CaseStatus.Rejected)
        {
            Reject(supervisor);
            MaybeObject();
            return;
        }

        Do(supervisor, work =>
        {
            var refusal = work.Act(CaseAction.Approve);
            var decision = new Decision(work.NewId(), Case.Id, DecisionOutcome.Approved, null, supervisor.Id, supervisor.Name, work.Now);
            Case.Add(decision);
            work.Send(OutboxKind.ActivateService, decision.Id);
            return refusal;
        });
        Pass(1, 15);
        if (_plan.Target == CaseStatus.Activating)
        {
            Do(Actor.System("Activation"), work =>
            {
                var refusal = work.Act(CaseAction.ReportActivationFailure, details: """{"error":"Timeout"}""");
                Case.MarkActivationFailed();
                work.OpenWorkItem(WorkQueue.ActivationFailure);
                return refusal;
            });
            return;
        }

        Activate(numbers);
    }

    private void Activate(SeedNumbers numbers)
    {
        Do(Actor.System("Activation"), work =>
        {
            var refusal = work.Act(CaseAction.ConfirmActivation);
            var year = _world.Policy.DateAt(work.Now).Year;
            Service = new LocalService(Case.Id, new ServiceNumber(year, numbers.Next(ServiceNumber.Series(year))).ToString(), Case.ProductCode, work.Now);
            Case.Activate(Service.Reference, work.Now);
            ChangeProduct(work, "Customer.Activate", product => product.Start(Service.Reference, work.Now));
            Case.Add(new FollowUp(work.NewId(), Case.Id, attempt: 1, work.Policy.FollowUpAt(work.Now, work.Policy.Settings.FollowUpAfterDays)));
            work.Send(OutboxKind.MailActivated);
            return refusal;
        });
        PassUntil(_clock.Now + TimeSpan.FromSeconds(2));
        Do(Actor.System("Mail"), work =>
        {
            var refusal = work.Act(CaseAction.RecordActivationNotice);
            Case.RecordActivationNotice(work.Now);
            return refusal;
        });
    }

    private void Aftercare()
    {
        var followUp = Case.FollowUps.Single();
        if (_plan.Target == CaseStatus.Active && followUp.DueAt > _world.Now - TimeSpan.FromMinutes(5))
        {
            return;
        }

        WaitFor(followUp.DueAt);
        Do(Actor.System("OpenDueFollowUps"), work =>
        {
            var refusal = work.Act(CaseAction.OpenFollowUp);
            followUp.Open(work.Now);
            work.OpenWorkItem(WorkQueue.FollowUp);
            return refusal;
        });
        if (_plan.Target == CaseStatus.Active)
        {
            MaybeClaim(ActorRole.CustomerService);
            return;
        }

        Pass(20, 240);
        var actor = Claim(ActorRole.CustomerService);
        Pass(5, 30);
        Do(actor, work =>
        {
            var refusal = work.Act(CaseAction.RecordFollowUp, details: """{"outcome":"Understood"}""");
            followUp.Finish(FollowUpOutcome.Understood, null, actor.Name, work.Now);
            return refusal;
        });
        Do(actor, work =>
        {
            var refusal = work.Act(CaseAction.AskFeedback);
            Case.AskFeedback(new Feedback(Case.Id, _world.Protection.NewLink(Case.Id).Link, work.Now));
            work.Send(OutboxKind.MailFeedback);
            return refusal;
        });
        if (_random.Next(100) < 60)
        {
            Pass(30, 400);
            Do(_applicant, work =>
            {
                var refusal = work.Act(CaseAction.GiveFeedback);
                Case.Feedback!.Give(_random.Next(3, 6), _random.Next(2, 6), null, work.Now);
                return refusal;
            });
        }

        Pass(10, 60);
        Act(actor, CaseAction.Complete);
    }
}
