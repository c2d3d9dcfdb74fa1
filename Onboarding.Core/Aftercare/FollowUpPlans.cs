using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Sla;

namespace Onboarding.Core.Aftercare;

/// <summary>A plan as it holds now.</summary>
/// <param name="Version">Its version; <see cref="FollowUpPlans.UsualVersion"/> where nobody saved one.</param>
/// <param name="Content">The contacts.</param>
public sealed record CurrentPlan(int Version, FollowUpPlanContent Content);

/// <summary>Finds the follow-up plan of a product, and writes its contacts into a case.</summary>
public static class FollowUpPlans
{
    /// <summary>Version of the plan that holds for a product for which nobody saved one.</summary>
    public const int UsualVersion = 0;

    private static readonly LocalText UsualPurpose = new("Memastikan layanan berjalan dan dipahami", "Make sure that the service runs and is understood");

    private static readonly LocalText UsualScript = new(
        """
        1. Perkenalkan diri dan tanyakan apakah waktunya tepat.
        2. Tanyakan apakah layanan sudah digunakan dan berjalan lancar.
        3. Jelaskan langkah Panduan Penggunaan Layanan yang belum jelas.
        4. Tanyakan apakah ada kendala, lalu catat dengan kata-kata pelanggan.
        """,
        """
        1. Say who you are and ask whether the time is convenient.
        2. Ask whether the service is in use and runs well.
        3. Explain the steps of the usage guide that are not clear.
        4. Ask whether there is a problem, and write it down in the customer's words.
        """);

    /// <summary>One contact, as many days after the activation as the settings of the office say.</summary>
    public static FollowUpPlanContent Usual(SlaPolicy policy) =>
        new([new FollowUpStep(policy.Settings.FollowUpAfterDays, ContactChannel.Phone, UsualPurpose, UsualScript)]);

    /// <summary>The plan of a product that holds now.</summary>
    internal static async Task<CurrentPlan> CurrentAsync(OnboardingContext context, string productCode, SlaPolicy policy, CancellationToken cancellationToken)
    {
        var newest = await context.FollowUpPlans.AsNoTracking()
            .Where(plan => plan.ProductCode == productCode)
            .OrderByDescending(plan => plan.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return newest is null ? new CurrentPlan(UsualVersion, Usual(policy)) : new CurrentPlan(newest.Version, newest.Content);
    }

    /// <summary>Plans the contacts with a customer whose service became active now.</summary>
    internal static async Task WriteAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        var plan = await CurrentAsync(scope.Context, work.Case.ProductCode, work.Policy, cancellationToken);
        for (var index = 0; index < plan.Content.Steps.Count; index++)
        {
            var dueAt = work.Policy.FollowUpAt(work.Now, plan.Content.Steps[index].AfterDays);
            work.Case.Add(new FollowUp(work.NewId(), work.Case.Id, attempt: 1, dueAt, plan.Version, index + 1));
        }
    }

    /// <summary>What the follow-ups of a case are for, by their ids.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, FollowUpStep>> StepsOfAsync(
        OnboardingContext context, OnboardingCase owner, SlaPolicy policy, CancellationToken cancellationToken)
    {
        var versions = owner.FollowUps.Select(followUp => followUp.PlanVersion).Distinct().ToList();
        var plans = versions.TrueForAll(version => version == UsualVersion)
            ? []
            : await context.FollowUpPlans.AsNoTracking()
                .Where(plan => plan.ProductCode == owner.ProductCode && versions.Contains(plan.Version))
                .ToDictionaryAsync(plan => plan.Version, plan => plan.Content, cancellationToken);
        plans[UsualVersion] = Usual(policy);
        return owner.FollowUps
            .Where(followUp => plans.TryGetValue(followUp.PlanVersion, out var plan) && followUp.Step <= plan.Steps.Count)
            .ToDictionary(followUp => followUp.Id, followUp => plans[followUp.PlanVersion].Steps[followUp.Step - 1]);
    }
}
