using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>What the activation system is asked to switch on (SOP stage 4: Sistem Aktivasi Layanan).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="IdempotencyKey">The approving decision: the same order carries the same key, however often it is sent.</param>
/// <param name="CaseNumber">Case number.</param>
/// <param name="ProductCode">Product.</param>
/// <param name="CustomerNumber">Customer number.</param>
/// <param name="IsOnHold">Compliance holds the case: the order waits.</param>
public sealed record ActivationOrder(Guid CaseId, Guid IdempotencyKey, string CaseNumber, string ProductCode, string CustomerNumber, bool IsOnHold);

/// <summary>Reads what is to be switched on or off.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class ActivationOrders(OnboardingContextFactory contexts)
{
    /// <summary>The order to switch on, or null when the case no longer waits for its activation.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="decisionId">The approving decision.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<ActivationOrder?> FindAsync(Guid caseId, Guid decisionId, CancellationToken cancellationToken) =>
        ReadAsync(caseId, decisionId, CaseStatus.Activating, cancellationToken);

    /// <summary>The order to switch off, for a case that was withdrawn while it was being activated; else null.</summary>
    public async Task<ActivationOrder?> FindWithdrawnAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var decision = await context.Set<Decision>()
            .Where(entry => entry.CaseId == caseId && entry.Outcome == DecisionOutcome.Approved)
            .OrderByDescending(entry => entry.At)
            .Select(entry => (Guid?)entry.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return decision is { } id ? await ReadAsync(caseId, id, CaseStatus.Withdrawn, cancellationToken) : null;
    }

    private async Task<ActivationOrder?> ReadAsync(Guid caseId, Guid decisionId, CaseStatus status, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Cases
            .Where(item => item.Id == caseId && item.Status == status)
            .Join(context.CustomerProducts, item => item.Id, product => product.CaseId, (item, product) => new { Case = item, product.CustomerId })
            .Join(
                context.Customers,
                entry => entry.CustomerId,
                customer => customer.Id,
                (entry, customer) => new ActivationOrder(
                    entry.Case.Id, decisionId, entry.Case.Number, entry.Case.ProductCode, customer.Number, entry.Case.Hold != null))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
