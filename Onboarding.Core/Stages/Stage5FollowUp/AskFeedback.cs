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
            work =>
            {
                if (work.Act(CaseAction.AskFeedback) is { } refusal)
                {
                    return refusal;
                }

                if (work.Case.Feedback is null)
                {
                    work.Case.AskFeedback(new Feedback(work.Case.Id, protection.NewLink(work.Case.Id).Link, work.Now));
                }

                work.Send(OutboxKind.MailFeedback);
                return null;
            },
            cancellationToken);
}
