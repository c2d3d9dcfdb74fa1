using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>An exchange as a person sees it.</summary>
/// <param name="Exchange">When, how long, and what came of it.</param>
/// <param name="Content">What was said, for Tim IT; null for others.</param>
public sealed record ShownExchange(ActivationExchange Exchange, ExchangeContent? Content);

/// <summary>An order that waits to be sent again.</summary>
/// <param name="FailedAttempts">Attempts that failed so far.</param>
/// <param name="NextAt">When it is tried again (UTC).</param>
public sealed record NextActivationAttempt(int FailedAttempts, DateTimeOffset NextAt);

/// <summary>Keeps and reads the exchanges with the activation system.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="protector">Encrypts what was said.</param>
/// <param name="clock">Clock.</param>
public sealed class ActivationExchanges(UnitOfWork unitOfWork, OnboardingContextFactory contexts, PersonalDataProtector protector, TimeProvider clock)
{
    /// <summary>The newest exchanges of a case that are shown.</summary>
    public const int MostShown = 20;

    /// <summary>Keeps an exchange before anything is made of it, so that it is there also when that fails.</summary>
    public Task RecordAsync(NewExchange given, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                Add(scope, given);
                await scope.TellAsync(given.CaseId, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);

    /// <summary>How often an order was taken without being carried out since it was last given by hand or by the approval.</summary>
    /// <param name="decisionId">The approving decision.</param>
    /// <param name="since">When the order was written (UTC).</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<int> CountAcceptedAsync(Guid decisionId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.ActivationExchanges.CountAsync(
            item => item.DecisionId == decisionId && item.SwitchesOn && item.Outcome == ExchangeOutcome.Accepted && item.At >= since, cancellationToken);
    }

    /// <summary>The newest exchanges of a case. Who may not look into cases sees none; what was said is for Tim IT alone.</summary>
    public async Task<IReadOnlyList<ShownExchange>> ListAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (!CaseAccess.MayRead(actor))
        {
            return [];
        }

        await using var context = contexts.CreateDbContext();
        var exchanges = await context.ActivationExchanges.AsNoTracking()
            .Where(item => item.CaseId == caseId)
            .OrderByDescending(item => item.At).ThenByDescending(item => item.Id)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
        var mayReadContent = actor.Has(ActorRole.InformationTechnology);
        return exchanges.ConvertAll(item => new ShownExchange(item, mayReadContent ? Open(item) : null));
    }

    /// <summary>When the order of a case is sent again; null where none waits, or where this person may not look into cases.</summary>
    public async Task<NextActivationAttempt?> FindNextAttemptAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (!CaseAccess.MayRead(actor))
        {
            return null;
        }

        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        return await context.OutboxMessages
            .Where(message => message.CaseId == caseId && message.Kind == OutboxKind.ActivateService && message.FinishedAt == null && message.SetAsideAt == null && message.NextAttemptAt > now)
            .OrderByDescending(message => message.Position)
            .Select(message => new NextActivationAttempt(message.Attempts, message.NextAttemptAt))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Keeps an exchange in a transaction of somebody else's.</summary>
    internal void Add(WriteScope scope, NewExchange given)
    {
        var id = SequentialId.New(clock);
        scope.Context.ActivationExchanges.Add(new ActivationExchange(id, given, protector.ProtectJson(given.Content, ContentPurpose(id)), Instant.Now(clock)));
    }

    private ExchangeContent Open(ActivationExchange exchange) => protector.UnprotectJson<ExchangeContent>(exchange.ProtectedContent, ContentPurpose(exchange.Id));

    /// <summary>Row and purpose that what was said is bound to.</summary>
    internal static string ContentPurpose(Guid id) => $"exchange/{id:N}";
}
