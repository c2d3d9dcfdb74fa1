using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>What a webhook is written from. No personal data: number, status, time and reason.</summary>
/// <param name="PartnerId">Which partner.</param>
/// <param name="Url">Where to.</param>
/// <param name="Secrets">The secrets that sign it: the present one, and the one before while they overlap.</param>
/// <param name="Number">Case number.</param>
/// <param name="From">Status before.</param>
/// <param name="To">Status after.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When (UTC).</param>
public sealed record WebhookFacts(
    Guid PartnerId, string Url, IReadOnlyList<WebhookSecret> Secrets, string Number, CaseStatus From, CaseStatus To, StatusReason Reason, DateTimeOffset At);

/// <summary>Reads what a webhook is written from, and keeps the log of attempts.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protector">Opens the secrets.</param>
/// <param name="clock">Clock.</param>
public sealed class WebhookFactsReader(OnboardingContextFactory contexts, UnitOfWork unitOfWork, PersonalDataProtector protector, TimeProvider clock)
{
    /// <summary>The facts for a message, or null when the partner takes no webhooks now.</summary>
    public async Task<WebhookFacts?> ReadAsync(LeasedMessage message, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var found = await context.OutboxMessages.AsNoTracking()
            .Where(item => item.Id == message.Id)
            .Join(context.Partners, item => item.PartnerId, partner => partner.Id, (item, partner) => partner)
            .SingleOrDefaultAsync(cancellationToken);
        var step = await context.AuditEvents.AsNoTracking()
            .Where(item => item.Id == message.SubjectId)
            .Select(item => new { item.Action, item.From, item.To, item.At })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not { WebhookUrl: { } url, ProtectedWebhookSecret: { } secret, DisabledAt: null } || step is null)
        {
            return null;
        }

        var number = await context.Cases.Where(item => item.Id == message.CaseId).Select(item => item.Number).SingleAsync(cancellationToken);
        List<byte[]> secrets = [secret];
        if (found.ProtectedPreviousSecret is { } before && found.PreviousSecretUntil > Instant.Now(clock))
        {
            secrets.Add(before);
        }

        return new WebhookFacts(
            found.Id, url, secrets.ConvertAll(kept => WebhookSecret.Open(protector, found.Id, kept)), number,
            Enum.Parse<CaseStatus>(step.From!), Enum.Parse<CaseStatus>(step.To!), StatusReasons.Of(Enum.Parse<CaseAction>(step.Action)), step.At);
    }

    /// <summary>Writes an attempt into the delivery log.</summary>
    public Task RecordAsync(LeasedMessage message, WebhookOutcome outcome, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            scope =>
            {
                scope.Context.WebhookAttempts.Add(new WebhookAttempt(SequentialId.New(clock), message, outcome, Instant.Now(clock)));
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            cancellationToken);
}
