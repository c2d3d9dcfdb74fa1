using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Outbox;

/// <summary>A mail that the mail system had taken came back: its recipient's server refused it for good.</summary>
/// <param name="MessageId">Which message, from its Message-ID.</param>
/// <param name="Sending">Which sending of it, from the same: 0 for the first, counting each time that it was put back in line.</param>
public sealed record TakeBounce(Guid MessageId, int Sending = 0);

/// <summary>Handles <see cref="TakeBounce"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
public sealed class TakeBounceHandler(CaseWriter writer, OnboardingContextFactory contexts) : IUseCase
{
    /// <summary>
    /// Shows it on the case and makes work of it. A message that was not sent, or is known to have come back, stays as it is; and one
    /// that was sent again since is told from the sending that came back (<see cref="RefusalCode.MessageSentAgain"/>).
    /// </summary>
    public async Task<Result<CaseState>> HandleAsync(TakeBounce command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.System))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        var sent = await context.OutboxMessages.AsNoTracking().SingleOrDefaultAsync(message => message.Id == command.MessageId, cancellationToken);
        if (sent?.CaseId is not { } caseId || !ApplicantMessages.MustArrive(sent.Kind))
        {
            return new NotFound(RefusalCode.RecordNotFound);
        }

        return await writer.ActAsync(
            new CaseTarget(caseId, null),
            actor,
            async (work, scope) =>
            {
                var message = await scope.Context.OutboxMessages.SingleAsync(item => item.Id == command.MessageId, cancellationToken);
                if (message.Resends != command.Sending)
                {
                    return new Conflict(RefusalCode.MessageSentAgain);
                }

                if (message is { FinishedAt: not null, WasDropped: false })
                {
                    message.ComeBack(work.Now);
                    work.RaiseConcern(ConcernKind.MessageNotDelivered);
                    if (message.Kind == OutboxKind.MailActivated)
                    {
                        // The rule that completes a case must not count what nobody read.
                        work.Case.TakeBackActivationNotice();
                    }
                }

                return null;
            },
            cancellationToken);
    }
}
