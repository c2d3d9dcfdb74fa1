using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Compliance;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Core.Catalog;

/// <summary>Reads what is offered and the texts that go with a registration.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Clock.</param>
public sealed class ProductReader(OnboardingContextFactory contexts, TimeProvider clock)
{
    /// <summary>Every product, also those no longer offered, by code.</summary>
    public async Task<IReadOnlyList<Product>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Products.AsNoTracking().OrderBy(product => product.Code).ToListAsync(cancellationToken);
    }

    /// <summary>The privacy policy that applies now.</summary>
    public async Task<PolicyText> PrivacyPolicyAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await PolicyTexts.CurrentAsync(context, PolicyCodes.Privacy, Instant.Now(clock), cancellationToken);
    }
}
