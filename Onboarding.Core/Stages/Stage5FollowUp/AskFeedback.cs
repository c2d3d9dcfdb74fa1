using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>Asks the customer for feedback (SOP stage 5: Form Feedback Pelanggan).</summary>
/// <param name="Target">Which case.</param>
public sealed record AskFeedback(CaseTarget Target);

/// <summary>Handles <see cref="AskFeedback"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Makes the single-use link.</param>
public sealed class AskFeedbackHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Makes the link once; asking again sends the same link again.</summary>
    public Task<Result<CaseState>> HandleAsync(AskFeedback command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work => Ask(work, protection),
            cancellationToken);

    /// <summary>The same for the portal itself, when the last contact was made and nobody has the case.</summary>
    internal static Refusal? Ask(CaseWork work, CaseProtection protection)
    {
        if (work.Act(CaseAction.AskFeedback) is { } refusal)
        {
            return refusal;
        }

        if (work.Case.Feedback is null)
        {
            work.Case.AskFeedback(new Feedback(work.Case.Id, protection.NewLink(work.Case.Id).Link, work.Now));
        }

        // From here on the customer is waited for; whoever has the case may complete it, and the portal does so in the end.
        work.Case.LiveWorkItem?.StopClock(work.Now, work.Policy.Calendar);
        work.Send(OutboxKind.MailFeedback);
        work.SendText(OutboxKind.TextFeedback);
        return null;
    }
}
