using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Aftercare;

/// <summary>A new version of the follow-up plan of a product.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="SeenVersion">The version that held when the editor read it: somebody else's newer one is not overwritten.</param>
/// <param name="Content">The contacts.</param>
public sealed record SaveFollowUpPlan(string ProductCode, int SeenVersion, FollowUpPlanContent Content);

/// <summary>Handles <see cref="SaveFollowUpPlan"/>. Customers who are active already are contacted as it was planned for them.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class SaveFollowUpPlanHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>Saves the plan for activations from now on. For the administrator.</summary>
    public async Task<Result<Done>> HandleAsync(SaveFollowUpPlan command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var content = FollowUpPlanRules.Clean(command.Content);
        if (FollowUpPlanRules.Check(content) is { Count: > 0 } errors)
        {
            return new Invalid(errors);
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!await scope.Context.Products.AnyAsync(product => product.Code == command.ProductCode, cancellationToken))
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                var newest = await scope.Context.FollowUpPlans
                    .Where(plan => plan.ProductCode == command.ProductCode)
                    .MaxAsync(plan => (int?)plan.Version, cancellationToken) ?? FollowUpPlans.UsualVersion;
                if (newest != command.SeenVersion)
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                var now = Instant.Now(clock);
                scope.Context.FollowUpPlans.Add(new FollowUpPlan(command.ProductCode, newest + 1, content, actor, now));
                var details = $$"""{"product":"{{command.ProductCode}}","version":{{newest + 1}},"steps":{{content.Steps.Count}}}""";
                await scope.RecordAsync(new AuditEntry("FollowUpPlan.Save") { Details = details }, actor, SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
    }
}

/// <summary>Reads the follow-up plan of a product.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="sla">The days of the usual plan.</param>
public sealed class FollowUpPlanReader(OnboardingContextFactory contexts, SlaPolicyProvider sla)
{
    /// <summary>The plan that holds for activations now.</summary>
    public async Task<CurrentPlan> CurrentAsync(string productCode, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await FollowUpPlans.CurrentAsync(context, productCode, await sla.GetAsync(cancellationToken), cancellationToken);
    }
}
