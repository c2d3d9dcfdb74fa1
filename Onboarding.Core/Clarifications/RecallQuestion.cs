using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>Takes the open request back: the link is revoked and the case goes on without an answer (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reason">Why; required.</param>
public sealed record RecallQuestion(CaseTarget Target, string Reason);

/// <summary>Handles <see cref="RecallQuestion"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="presence">Who works here.</param>
/// <param name="contexts">Makes contexts.</param>
public sealed class RecallQuestionHandler(CaseWriter writer, IStaffPresence presence, Persistence.OnboardingContextFactory contexts) : IUseCase
{
    private readonly ReturnToAsker _return = new(presence, contexts);

    /// <summary>Closes the round, gives the case back to the person who asked and tells the applicant that nothing is asked any more.</summary>
    public async Task<Result<CaseState>> HandleAsync(RecallQuestion command, Actor actor, CancellationToken cancellationToken)
    {
        var gone = await _return.FindGoneAsync(command.Target.Id, cancellationToken);
        return await writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                var round = work.Case.OpenClarification;
                if (work.Act(CaseAction.RecallQuestion, command.Reason, $$"""{"round":{{round?.Round ?? 0}}}""") is { } refusal)
                {
                    return refusal;
                }

                round?.CloseUnanswered(ClarificationOutcome.Recalled, work.Now);
                work.Send(OutboxKind.MailQuestionRecalled, round?.Id);
                ReturnToAsker.Return(work, gone);
                return null;
            },
            cancellationToken);
    }
}
