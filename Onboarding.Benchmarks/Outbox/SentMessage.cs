using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Integrations.Webhooks;

namespace Onboarding.Benchmarks.Outbox;

/// <summary>A message and what became of it, as its receiver saw it.</summary>
/// <param name="CaseId">Its case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="PartnerId">The partner it goes to, or null.</param>
/// <param name="Position">Its place in the order of the case.</param>
/// <param name="CreatedAt">When it was put into the outbox (UTC).</param>
/// <param name="Attempts">Attempts that failed.</param>
/// <param name="IsFinished">Whether the outbox holds it for sent.</param>
internal sealed record SentMessage(Guid CaseId, OutboxKind Kind, Guid? PartnerId, long Position, DateTimeOffset CreatedAt, int Attempts, bool IsFinished)
{
    /// <summary>When its receiver took it (UTC), or null when it never did. Mails go into a folder: when that was noted.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>How often its receiver took it.</summary>
    public int Takings { get; init; }

    /// <summary>Reads the messages of cases and finds each in what came in.</summary>
    public static async Task<IReadOnlyList<SentMessage>> ReadAsync(
        OnboardingContext context, IReadOnlyCollection<Guid> cases, IEnumerable<Receipt> receipts, CancellationToken cancellationToken)
    {
        var taken = receipts.Where(receipt => receipt.IsTaken).ToLookup(receipt => receipt.Key, receipt => receipt.At, StringComparer.Ordinal);
        var rows = await context.OutboxMessages.AsNoTracking().Where(message => cases.Contains(message.CaseId!.Value)).ToListAsync(cancellationToken);
        return rows.ConvertAll(row =>
        {
            SentMessage message = new(row.CaseId!.Value, row.Kind, row.PartnerId, row.Position, row.CreatedAt, row.Attempts, row.FinishedAt is not null);
            if (Key(row) is not { } key)
            {
                return message with { TakenAt = row.FinishedAt, Takings = row.FinishedAt is null ? 0 : 1 };
            }

            var times = taken[key].ToList();
            return message with { TakenAt = times.Count > 0 ? times.Min() : null, Takings = times.Count };
        });
    }

    // What a receiver over HTTP knows the message by.
    private static string? Key(OutboxMessage row) => row.Kind switch
    {
        OutboxKind.WebhookStatusChanged => WebhookDelivery.IdOf(row.Id),
        OutboxKind.ActivateService => string.Create(CultureInfo.InvariantCulture, $"{row.SubjectId:N}-activate"),
        _ => null,
    };
}
