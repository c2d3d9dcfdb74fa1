using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Asking the applicant, which Customer Service does in stage 1 and Administrasi in stage 2.</summary>
internal static class Questions
{
    private const int MaxLength = 2000;

    /// <summary>Keeps the question, parks the work item and sends the mail with the reply link.</summary>
    public static Refusal? Ask(CaseWork work, CaseAction action, string question, CaseProtection protection)
    {
        if (FreeText.Refuse("Question", question, MaxLength) is { } invalid)
        {
            return invalid;
        }

        var stage = CaseStatuses.Of(work.Case.Status).Stage;
        if (work.Act(action, question) is { } refusal)
        {
            return refusal;
        }

        var (link, _) = protection.NewLink(work.Case.Id);
        var clarification = new Clarification(
            work.NewId(), work.Case.Id, stage, FreeText.Clean(question), work.Actor.Id, work.Actor.Name, work.Now, work.Policy.AnswerBy(work.Now), link);
        work.Case.Add(clarification);
        work.Case.TakePart(work.Actor, stage == Stage.Intake ? Part.Entered : Part.Verified, work.Now);
        work.Send(OutboxKind.MailQuestion, clarification.Id);
        return null;
    }
}
