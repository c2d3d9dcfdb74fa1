using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Compliance;

/// <summary>Finds the text that applies.</summary>
public static class PolicyTexts
{
    /// <summary>The newest version of a policy that is in effect. The initial data has one of each.</summary>
    public static Task<PolicyText> CurrentAsync(OnboardingContext context, string code, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.PolicyTexts.AsNoTracking()
            .Where(text => text.Code == code && text.EffectiveFrom <= now)
            .OrderByDescending(text => text.EffectiveFrom)
            .FirstAsync(cancellationToken);

    /// <summary>The version of a policy that was in effect at an instant, or null when there was none yet.</summary>
    public static Task<PolicyText?> AtAsync(OnboardingContext context, string code, DateTimeOffset at, CancellationToken cancellationToken) =>
        context.PolicyTexts.AsNoTracking()
            .Where(text => text.Code == code && text.EffectiveFrom <= at)
            .OrderByDescending(text => text.EffectiveFrom)
            .FirstOrDefaultAsync(cancellationToken);
}
