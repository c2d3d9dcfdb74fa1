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
        return await Catalogue.ReadAsync(context, Instant.Now(clock), cancellationToken);
    }

    /// <summary>One product with the brochure in effect, or null.</summary>
    /// <param name="code">Its code, in any case of letters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Product?> FindAsync(string code, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await Catalogue.FindAsync(context, code.ToUpperInvariant(), Instant.Now(clock), cancellationToken);
    }

    /// <summary>One version of a product's brochure, whether in effect or not, or null.</summary>
    public async Task<Brochure?> BrochureAsync(string code, int version, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Brochures.AsNoTracking().SingleOrDefaultAsync(item => item.ProductCode == code && item.Version == version, cancellationToken);
    }

    /// <summary>The privacy policy that applies now.</summary>
    public async Task<PolicyText> PrivacyPolicyAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await PolicyTexts.CurrentAsync(context, PolicyCodes.Privacy, Instant.Now(clock), cancellationToken);
    }
}
