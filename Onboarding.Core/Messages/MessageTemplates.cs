using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Messages;

/// <summary>Reads the templates of messages.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class MessageTemplates(OnboardingContextFactory contexts)
{
    /// <summary>The newest versions that an editor shows.</summary>
    public const int MostShown = 20;

    /// <summary>The newest versions of a template, newest first.</summary>
    public async Task<IReadOnlyList<MessageTemplate>> HistoryAsync(TemplateKey key, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await Of(context, key).AsNoTracking().OrderByDescending(template => template.Version).Take(MostShown).ToListAsync(cancellationToken);
    }

    /// <summary>What is sent now: the template of the product, else that of every product; null for the portal's own words.</summary>
    public async Task<TemplateContent?> FindAsync(TemplateKey key, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await FindAsync(context, key, cancellationToken);
    }

    /// <summary>The same in a context of somebody else's.</summary>
    internal static async Task<TemplateContent?> FindAsync(OnboardingContext context, TemplateKey key, CancellationToken cancellationToken) =>
        !Placeholders.Kinds.Contains(key.Kind)
            ? null
            : await NewestAsync(context, key, cancellationToken)
                ?? await NewestAsync(context, key with { ProductCode = TemplateKey.EveryProduct }, cancellationToken);

    /// <summary>The versions of one template.</summary>
    internal static IQueryable<MessageTemplate> Of(OnboardingContext context, TemplateKey key) => context.MessageTemplates
        .Where(template => template.Kind == key.Kind && template.ProductCode == key.ProductCode && template.Language == key.Language);

    private static async Task<TemplateContent?> NewestAsync(OnboardingContext context, TemplateKey key, CancellationToken cancellationToken) =>
        (await Of(context, key).AsNoTracking().OrderByDescending(template => template.Version).FirstOrDefaultAsync(cancellationToken))?.Content;
}
