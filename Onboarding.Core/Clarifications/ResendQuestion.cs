using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>Sends the open request again with a new link; the old link is dead from then on (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
public sealed record ResendQuestion(CaseTarget Target);

/// <summary>Handles <see cref="ResendQuestion"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Makes the link.</param>
public sealed class ResendQuestionHandler(CaseWriter writer, CaseProtection protection) : IUseCase
{
    /// <summary>Makes the new link and puts the mail into the outbox; what was typed behind the old one stays.</summary>
    public Task<Result<CaseState>> HandleAsync(ResendQuestion command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                var round = work.Case.OpenClarification;
                if (work.Act(CaseAction.ResendQuestion, details: $$"""{"round":{{round?.Round ?? 0}}}""") is { } refusal)
                {
                    return refusal;
                }

                if (round is null)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                round.Resend(protection.NewLink(work.Case.Id).Link);
                work.Send(OutboxKind.MailQuestion, round.Id);
                return null;
            },
            cancellationToken);
}
