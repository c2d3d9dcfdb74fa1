using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Customers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

// What can happen to a case beside its straight way.
internal sealed partial class SeedStory
{
    private Refusal? Tick(CaseWork work, CaseAction action, ChecklistKind list, string item)
    {
        var refusal = work.Act(action, details: $$"""{"item":"{{item}}","done":true}""");
        Case.Tick(work.NewId(), list, item, null, work.Actor, work.Now);
        return refusal;
    }

    private void TickCompleteness(Actor actor)
    {
        Do(actor, Explain);
        foreach (var requirement in Case.Requirements.Where(entry => entry.Kind == RequirementKind.Confirmation && entry.Concerns(_data)))
        {
            Do(actor, work => Tick(work, CaseAction.TickChecklist, ChecklistKind.Completeness, ChecklistLine.KeyOf(ChecklistItem.ProductRequirement, requirement.Code)));
        }
    }

    private Refusal? Explain(CaseWork work)
    {
        var explanation = new ProductExplanation(Case.BrochureVersion!.Value, Case.BrochureShown ? ExplanationMeans.ReadOnline : ExplanationMeans.Telephone);
        var refusal = work.Act(CaseAction.TickChecklist, details: $$"""{"item":"{{ChecklistItem.ProductExplained}}","done":true,"brochure":{{explanation.BrochureVersion}},"means":"{{explanation.Means}}"}""");
        explanation.TickOn(work, remark: null);
        return refusal;
    }

    private void Ask(Actor actor, CaseAction action, Stage stage) => Do(actor, work =>
    {
        IReadOnlyList<AskedItem> items = SeedQuestions.Pick(Case, _data, _random);
        var refusal = work.Act(action, string.Join('\n', items.Select(item => item.Question)));
        var clarification = Asking.Make(work, Case.Clarifications.Count + 1, stage, items, _world.Protection);
        Case.Add(clarification);
        work.Send(OutboxKind.MailQuestion, clarification.Id);
        return refusal;
    });

    // Asked, answered and accepted, with a call before it: as it mostly goes.
    private void Clarify(Actor actor)
    {
        Do(actor, work =>
        {
            var refusal = work.Act(CaseAction.RecordContact);
            RecordContactHandler.Log(work, Stage.Verification, SeedQuestions.Call(_data));
            return refusal;
        });
        Pass(2, 15);
        Ask(actor, CaseAction.AskClarification, Stage.Verification);
        Pass(60, 400);
        var round = Case.OpenClarification!;
        Do(_applicant, work =>
        {
            var refusal = work.Act(CaseAction.Reply);
            foreach (var item in round.Items)
            {
                item.Answer(_world.Protection.ProtectAnswer(item.Id, SeedQuestions.Answer(item)), work.Now);
            }

            round.Close(ClarificationOutcome.Answered, work.Actor.Name, work.Now);
            return refusal;
        });
        Pass(5, 60);
        Do(actor, work =>
        {
            var refusal = work.Act(CaseAction.ReviewAnswers);
            foreach (var item in round.Items)
            {
                item.Review(AnswerVerdict.Accepted, actor, work.Now);
            }

            return refusal;
        });
    }

    private void Expire()
    {
        var question = Case.OpenClarification!;
        WaitFor(question.AnswerBy);
        Do(Actor.System("ExpireUnanswered"), work =>
        {
            var refusal = work.Act(CaseAction.Expire);
            question.CloseUnanswered(ClarificationOutcome.Unanswered, work.Now);
            work.Send(OutboxKind.MailExpired);
            return refusal;
        });
    }

    private void Withdraw() => Do(_applicant, work =>
    {
        var refusal = work.Act(CaseAction.Withdraw);
        work.Send(OutboxKind.MailWithdrawn);
        return refusal;
    });

    private void RecommendRejection(Actor actor) => Do(actor, work =>
    {
        var reason = RejectionReasons[0];
        var refusal = work.Act(CaseAction.RecommendRejection, reason);
        Case.RecommendRejection();
        Case.Add(new Decision(work.NewId(), Case.Id, DecisionOutcome.RejectionRecommended, reason, actor.Id, actor.Name, work.Now));
        return refusal;
    });

    private void Reject(Actor actor) => Do(actor, work =>
    {
        var reason = RejectionReasons[Case.RejectionRecommended ? 0 : 1];
        var decisionId = work.NewId();
        var refusal = work.Act(CaseAction.Reject, reason);
        var decision = new Decision(decisionId, Case.Id, DecisionOutcome.Rejected, reason, actor.Id, actor.Name, work.Now);
        decision.Explain(Case.RejectionRecommended ? InitialRejectionReasons.IdentityMismatch : InitialRejectionReasons.NotCovered, remark: null);
        Case.Add(decision);
        ChangeProduct(work, "Customer.EndProduct", product => product.End(work.Now));
        work.Send(OutboxKind.MailRejected, decisionId);
        return refusal;
    });

    // What a case does to its customer on its way, see CustomerSteps.
    private void ChangeProduct(CaseWork work, string action, Action<CustomerProduct> change)
    {
        if (Customer is not null)
        {
            change(Customer.Products.Single());
            var step = new CustomerWork(Customer, Record!, work.Actor, work.Now, work.NewId);
            step.Note(new AuditEntry(action) { Details = $$"""{"case":"{{Case.Number}}","product":"{{Case.ProductCode}}"}""" });
            Events.AddRange(step.Events);
        }
    }

    // Only lately, so that it still waits for its answer.
    private void MaybeObject()
    {
        if (_world.Now - _clock.Now > TimeSpan.FromDays(14))
        {
            return;
        }

        Pass(60, 600);
        Do(_applicant, work =>
        {
            var rejection = Case.LastRejection!;
            var refusal = work.Act(CaseAction.SubmitObjection, details: $$"""{"decision":"{{rejection.Id:N}}"}""");
            const string text = "Menurut saya keputusan ini keliru; dokumen terbaru sudah saya serahkan ke kantor.";
            Case.Add(new Objection(rejection.Id, Case.Id, _world.Protection.ProtectObjection(rejection.Id, text), work.Now));
            work.RaiseConcern(ConcernKind.Objection, rejection.Id);
            work.Send(OutboxKind.MailObjectionReceived, rejection.Id);
            return refusal;
        });
    }

    private void MaybeHold()
    {
        if (_plan.Target is not (CaseStatus.InVerification or CaseStatus.AwaitingApproval) || _random.Next(20) != 0)
        {
            return;
        }

        var actor = _world.Cast.Pick(ActorRole.Compliance, _random);
        Pass(10, 60);
        Do(actor, work =>
        {
            const string reason = "Pemeriksaan kesesuaian data oleh Tim Kepatuhan.";
            var refusal = work.Act(CaseAction.PlaceHold, reason);
            Case.PlaceHold(new Hold(actor.Id, actor.Name, reason, work.Now));
            Case.LiveWorkItem?.StopClock(work.Now, work.Policy.Calendar);
            return refusal;
        });
    }
}
