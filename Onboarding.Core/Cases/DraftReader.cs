using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>An offline entry that is not finished.</summary>
/// <param name="Number">Case number.</param>
/// <param name="ApplicantName">Name so far.</param>
/// <param name="UpdatedAt">When last changed (UTC).</param>
public sealed record DraftRow(string Number, string ApplicantName, DateTimeOffset UpdatedAt);

/// <summary>Lists drafts of offline registrations for Customer Service (SOP stage 1).</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class DraftReader(OnboardingContextFactory contexts)
{
    private const int MostRows = 100;

    /// <summary>The newest drafts, for those who may work on them.</summary>
    public async Task<IReadOnlyList<DraftRow>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.CustomerService))
        {
            return [];
        }

        await using var context = contexts.CreateDbContext();
        return await context.Cases.AsNoTracking()
            .Where(item => item.Status == CaseStatus.Draft)
            .OrderByDescending(item => item.StatusSince)
            .Take(MostRows)
            .Select(item => new DraftRow(item.Number, item.ApplicantName, item.UpdatedAt))
            .ToListAsync(cancellationToken);
    }
}
