using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Partners;

/// <summary>One request that may come twice: who sent it, for what, and with which body.</summary>
/// <param name="KeyHash">Keyed hash of partner, operation and key.</param>
/// <param name="BodyHash">Keyed hash of the body.</param>
/// <param name="PartnerId">Whose request.</param>
public sealed record RepeatKey(byte[] KeyHash, byte[] BodyHash, Guid PartnerId)
{
    /// <summary>What requests with the same key wait for, one after the other.</summary>
    internal Guid Lock => new(KeyHash.AsSpan(0, 16), bigEndian: true);
}

/// <summary>Finds and keeps the answers to requests that may come twice.</summary>
/// <param name="hash">Keyed hashes: the partner's key and the body may hold personal data.</param>
/// <param name="protector">Encryption of the answers.</param>
/// <param name="clock">Clock.</param>
public sealed class RepeatedRequests(KeyedHash hash, PersonalDataProtector protector, TimeProvider clock)
{
    private const string KeyPurpose = "partner-repeat-key";
    private const string BodyPurpose = "partner-repeat-body";

    /// <summary>The key of a request with this body.</summary>
    /// <param name="partnerId">Who sent it.</param>
    /// <param name="operation">What it does; the same key may be used once for each operation.</param>
    /// <param name="key">The key that the partner chose.</param>
    /// <param name="body">What was sent.</param>
    public RepeatKey For(Guid partnerId, string operation, string key, ReadOnlySpan<byte> body) => new(
        hash.Compute(KeyPurpose, $"{partnerId:N}/{operation}/{key}"),
        hash.Compute(BodyPurpose, Convert.ToHexString(SHA256.HashData(body))),
        partnerId);

    /// <summary>The answer that was given, null when there is none yet, or a refusal when the body was another one.</summary>
    internal async Task<Result<PartnerAnswer?>> FindAsync(OnboardingContext context, RepeatKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await context.KeptAnswers.AsNoTracking().SingleOrDefaultAsync(item => item.KeyHash == key.KeyHash, cancellationToken);
        if (kept is null || kept.ExpiresAt <= now)
        {
            return (PartnerAnswer?)null;
        }

        return CryptographicOperations.FixedTimeEquals(kept.BodyHash, key.BodyHash)
            ? protector.UnprotectJson<PartnerAnswer>(kept.ProtectedAnswer, AssociatedData(kept.Id))
            : new Conflict(RefusalCode.IdempotencyKeyReused);
    }

    /// <summary>Keeps the answer with what the transaction does.</summary>
    internal async Task KeepAsync(OnboardingContext context, RepeatKey key, PartnerAnswer answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One that has run out and was not swept yet makes room.
        await context.KeptAnswers.Where(item => item.KeyHash == key.KeyHash && item.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var id = SequentialId.New(clock);
        context.KeptAnswers.Add(new KeptAnswer(id, key.KeyHash, key.PartnerId, key.BodyHash, protector.ProtectJson(answer, AssociatedData(id)), now));
    }

    private static string AssociatedData(Guid id) => $"partner-answer/{id:N}";
}
