using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Core.Partners;

/// <summary>A partner as the list shows it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Name.</param>
/// <param name="IsDisabled">Whether it was disabled.</param>
/// <param name="UsableKeys">Keys that open something now.</param>
/// <param name="LastUsedAt">When any of its keys was last used (UTC), or null.</param>
/// <param name="TakesWebhooks">Whether changes of status are posted to it.</param>
public sealed record PartnerRow(Guid Id, string Name, bool IsDisabled, int UsableKeys, DateTimeOffset? LastUsedAt, bool TakesWebhooks);

/// <summary>A partner with its keys, for the page that manages them.</summary>
/// <param name="Partner">The partner; a detached copy.</param>
/// <param name="Keys">Its keys, newest first.</param>
public sealed record PartnerFile(Partner Partner, IReadOnlyList<PartnerKey> Keys);

/// <summary>Reads partners for the pages of the administration.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Clock.</param>
public sealed class PartnerReader(OnboardingContextFactory contexts, TimeProvider clock)
{
    /// <summary>More partners than the company has; the list says when it ends there.</summary>
    public const int MostRows = 500;

    /// <summary>More keys than a partner needs at a time; older ones are left out.</summary>
    public const int MostKeys = 200;

    /// <summary>Every partner, by name.</summary>
    public async Task<IReadOnlyList<PartnerRow>> ListAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        return await context.Partners.AsNoTracking()
            .OrderBy(partner => partner.Name)
            .Take(MostRows)
            .Select(partner => new PartnerRow(
                partner.Id,
                partner.Name,
                partner.DisabledAt != null,
                context.PartnerKeys.Count(key => key.PartnerId == partner.Id && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now)),
                context.PartnerKeys.Where(key => key.PartnerId == partner.Id).Max(key => key.LastUsedAt),
                partner.WebhookUrl != null))
            .ToListAsync(cancellationToken);
    }

    /// <summary>One partner, or null when there is none.</summary>
    public async Task<PartnerFile?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var partner = await context.Partners.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        return partner is null
            ? null
            : new PartnerFile(partner, await context.PartnerKeys.AsNoTracking()
                .Where(key => key.PartnerId == id)
                .OrderByDescending(key => key.CreatedAt)
                .Take(MostKeys)
                .ToListAsync(cancellationToken));
    }
}
