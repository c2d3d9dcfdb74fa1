using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers.Crm;

/// <summary>How the register and the external CRM stand to each other.</summary>
/// <param name="IsOn">True when there is a CRM.</param>
/// <param name="Counts">Records in each state; a state without any is absent.</param>
/// <param name="Run">The newest run, or null.</param>
public sealed record CrmOverview(bool IsOn, IReadOnlyDictionary<CrmState, int> Counts, CrmRun? Run)
{
    /// <summary>Records in a state.</summary>
    public int Of(CrmState state) => Counts.GetValueOrDefault(state);

    /// <summary>Records that a repeated sending would take.</summary>
    public int ToResend => CrmRuns.ToResend.Sum(Of);
}

/// <summary>A page of records in one state.</summary>
/// <param name="Rows">The rows, the newest customer first.</param>
/// <param name="Next">The customer to go on from, or null at the end.</param>
public sealed record CrmRows(IReadOnlyList<CrmLink> Rows, Guid? Next);

/// <summary>Reads how the external CRM stands, for its page: numbers, versions and codes, nothing of the persons.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="rules">Whether there is a CRM.</param>
public sealed class CrmReader(OnboardingContextFactory contexts, CrmRules rules)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>The figures, and the newest run.</summary>
    public async Task<Result<CrmOverview>> OverviewAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CrmAccess.Readers))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        var counts = await context.CrmLinks.GroupBy(link => link.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var run = await context.CrmRuns.AsNoTracking().OrderByDescending(item => item.Id).FirstOrDefaultAsync(cancellationToken);
        return new CrmOverview(rules.IsOn, counts, run);
    }

    /// <summary>One page of the records in a state.</summary>
    public async Task<Result<CrmRows>> ListAsync(CrmState state, Guid? before, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CrmAccess.Readers))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        var rows = await context.CrmLinks.AsNoTracking()
            .Where(link => link.State == state && (before == null || link.CustomerId.CompareTo(before.Value) < 0))
            .OrderByDescending(link => link.CustomerId)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return new CrmRows([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].CustomerId : null);
    }
}
