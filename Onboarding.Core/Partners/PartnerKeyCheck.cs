using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Partners;

/// <summary>Recognises the key of a request. One query by its public part; the secret is compared in constant time.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="unitOfWork">The write path, for the time of last use.</param>
/// <param name="clock">Clock.</param>
public sealed class PartnerKeyCheck(OnboardingContextFactory contexts, UnitOfWork unitOfWork, TimeProvider clock)
{
    // The page shows when a key was last used; it need not be written with each request.
    private static readonly TimeSpan UsePrecision = TimeSpan.FromMinutes(1);

    /// <summary>Says who calls with this key.</summary>
    /// <param name="presented">What the caller presented.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<KeyVerdict> CheckAsync(string? presented, CancellationToken cancellationToken)
    {
        if (!ApiKeyText.TryParse(presented, out var text))
        {
            return new KeyVerdict(null, KeyProblem.Unknown);
        }

        await using var context = contexts.CreateDbContext();
        var found = await context.PartnerKeys.AsNoTracking()
            .Where(key => key.PublicId == text.PublicId)
            .Join(context.Partners, key => key.PartnerId, partner => partner.Id, (key, partner) => new { Key = key, partner.Name, partner.DisabledAt })
            .SingleOrDefaultAsync(cancellationToken);

        // An unknown public part takes the same comparison, so that the time of the answer says nothing.
        var isRight = text.Matches(found?.Key.SecretHash ?? new byte[AccessToken.HashSize]);
        if (found is null || !isRight)
        {
            return new KeyVerdict(null, KeyProblem.Unknown);
        }

        var now = Instant.Now(clock);
        if (Problem(found.Key, found.DisabledAt, now) is { } problem)
        {
            return new KeyVerdict(null, problem);
        }

        await NoteUseAsync(found.Key, now, cancellationToken);
        return new KeyVerdict(
            new PartnerCaller(found.Key.PartnerId, found.Name, found.Key.PublicId, found.Key.Scopes, found.Key.RequestsPerMinute), null);
    }

    private static KeyProblem? Problem(PartnerKey key, DateTimeOffset? disabledAt, DateTimeOffset now) => key switch
    {
        { RevokedAt: not null } => KeyProblem.Revoked,
        { ExpiresAt: { } end } when end <= now => KeyProblem.Expired,
        _ => disabledAt is null ? null : KeyProblem.PartnerDisabled,
    };

    private async Task NoteUseAsync(PartnerKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (key.LastUsedAt is { } last && now - last < UsePrecision)
        {
            return;
        }

        await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                await scope.Context.PartnerKeys
                    .Where(item => item.Id == key.Id)
                    .ExecuteUpdateAsync(change => change.SetProperty(item => item.LastUsedAt, now), cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
    }
}
