using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Compliance;

/// <summary>A case that Tim Kepatuhan holds.</summary>
/// <param name="Number">Case number.</param>
/// <param name="ApplicantName">Name of the applicant.</param>
/// <param name="Status">Where the case stands and will go on.</param>
/// <param name="Reason">Why it is held.</param>
/// <param name="HeldByName">Who holds it.</param>
/// <param name="Since">Since when (UTC).</param>
public sealed record HeldCase(string Number, string ApplicantName, CaseStatus Status, string Reason, string HeldByName, DateTimeOffset Since);

/// <summary>Lists what is held, so that no hold is forgotten (SOP, Tim Kepatuhan).</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class HeldCaseReader(OnboardingContextFactory contexts)
{
    /// <summary>The longest list; more holds at once are a matter for the dashboard.</summary>
    public const int MostRows = 200;

    /// <summary>The held cases, the longest held first.</summary>
    public async Task<Result<IReadOnlyList<HeldCase>>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Compliance))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        return await context.Cases.AsNoTracking()
            .Where(item => item.Hold != null)
            .OrderBy(item => item.Hold!.Since)
            .Take(MostRows)
            .Select(item => new HeldCase(item.Number, item.ApplicantName, item.Status, item.Hold!.Reason, item.Hold.ByName, item.Hold.Since))
            .ToListAsync(cancellationToken);
    }
}
