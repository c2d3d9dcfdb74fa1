namespace Onboarding.Core.Partners;

/// <summary>
/// The answer to a request that carried an idempotency key. It is written in the transaction of what the request did, so there
/// is never one without the other. Nothing in it can be read without the keys of the portal: the partner's key and the body
/// are keyed hashes, the answer is encrypted.
/// </summary>
public sealed class KeptAnswer
{
    /// <summary>How long the same key gets the same answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private KeptAnswer()
    {
    }

    internal KeptAnswer(Guid id, byte[] keyHash, Guid partnerId, byte[] bodyHash, byte[] protectedAnswer, DateTimeOffset now)
    {
        Id = id;
        KeyHash = keyHash;
        PartnerId = partnerId;
        BodyHash = bodyHash;
        ProtectedAnswer = protectedAnswer;
        CreatedAt = now;
        ExpiresAt = now + Lifetime;
    }

    /// <summary>Identity; the encrypted answer is bound to it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Keyed hash of partner, operation and the partner's key.</summary>
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>Whose request.</summary>
    public Guid PartnerId { get; private set; }

    /// <summary>Keyed hash of what was sent.</summary>
    public byte[] BodyHash { get; private set; } = [];

    /// <summary>The answer, encrypted.</summary>
    public byte[] ProtectedAnswer { get; private set; } = [];

    /// <summary>When it was given (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it is forgotten (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
}

/// <summary>What is answered to a partner, kept to be answered again.</summary>
/// <param name="Status">Status of HTTP.</param>
/// <param name="Location">Path of what was made.</param>
/// <param name="Body">JSON in UTF-8.</param>
public sealed record PartnerAnswer(int Status, string Location, byte[] Body);

/// <summary>An answer, and whether it was given before.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="IsReplay">True when the request had been answered before.</param>
public sealed record GivenAnswer(PartnerAnswer Answer, bool IsReplay);
