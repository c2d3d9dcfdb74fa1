using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>
/// The applicant sends the answers that were saved behind the link (stages 1 and 2). Sent twice it is one reply: the link is
/// dead after the first.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="links">Finds the request behind the link.</param>
/// <param name="protection">Opens the drafts.</param>
/// <param name="presence">Who works here.</param>
/// <param name="contexts">Makes contexts.</param>
public sealed class SendReplyHandler(
    CaseWriter writer, ReplyReader links, CaseProtection protection, IStaffPresence presence, Persistence.OnboardingContextFactory contexts) : IUseCase
{
    private readonly ReturnToAsker _return = new(presence, contexts);

    /// <summary>Closes the round with what was saved and gives the case back to the person who asked, or says item by item what is missing.</summary>
    /// <param name="token">Token of the reply link.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public async Task<Result<CaseState>> HandleAsync(string token, CancellationToken cancellationToken)
    {
        if (await links.LocateAsync(token, cancellationToken) is not { } found)
        {
            return new NotFound(RefusalCode.LinkNotValid);
        }

        var gone = await _return.FindGoneAsync(found.CaseId, cancellationToken);
        return await writer.ActAsync(
            new CaseTarget(found.CaseId, null),
            Actor.Applicant(found.CaseId),
            async (work, scope) =>
            {
                // Asked again under the lock: another tab may have sent it, or staff taken it back.
                if (work.Case.OpenClarification is not { } round || round.Id != found.RoundId || round.AnswerBy <= work.Now)
                {
                    return new NotFound(RefusalCode.LinkNotValid);
                }

                var answers = round.Items.Where(item => item.ProtectedAnswer is not null)
                    .ToDictionary(item => item.Id, item => protection.OpenAnswer(item.Id, item.ProtectedAnswer!));
                var reply = new Reply(answers, ClarificationOutcome.Answered, EveryItem: true);
                if (await Replying.CloseAsync(work, scope, round, reply, protection, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                ReturnToAsker.Return(work, gone);
                return null;
            },
            cancellationToken);
    }
}
