using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Catalog;

/// <summary>Finds products with the brochure that is in effect.</summary>
internal static class Catalogue
{
    /// <summary>Every product that has a brochure in effect, by code. A product whose first brochure lies ahead is not known yet.</summary>
    public static async Task<IReadOnlyList<Product>> ReadAsync(OnboardingContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entries = await context.Products.AsNoTracking().OrderBy(entry => entry.Code).ToListAsync(cancellationToken);
        var brochures = await InEffect(context, now).ToDictionaryAsync(brochure => brochure.ProductCode, cancellationToken);
        return [.. entries.Where(entry => brochures.ContainsKey(entry.Code)).Select(entry => new Product(entry.Code, entry.IsOffered, brochures[entry.Code]))];
    }

    /// <summary>The product, or null.</summary>
    public static async Task<Product?> FindAsync(OnboardingContext context, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = await context.Products.AsNoTracking().SingleOrDefaultAsync(item => item.Code == code, cancellationToken);
        var brochure = await InEffect(context, now).SingleOrDefaultAsync(item => item.ProductCode == code, cancellationToken);
        return entry is null || brochure is null ? null : new Product(entry.Code, entry.IsOffered, brochure);
    }

    // The highest version among those that have begun: a later version may not begin before an earlier one.
    private static IQueryable<Brochure> InEffect(OnboardingContext context, DateTimeOffset now) =>
        context.Brochures.AsNoTracking().Where(brochure => brochure.ValidFrom <= now
            && brochure.Version == context.Brochures
                .Where(other => other.ProductCode == brochure.ProductCode && other.ValidFrom <= now)
                .Max(other => other.Version));
}
