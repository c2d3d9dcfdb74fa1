namespace Onboarding.Core.Partners;

/// <summary>
/// A key of a partner. The key itself is shown once and kept nowhere: what is stored is its public part, by which it is
/// found, and a SHA-256 of its secret part, which nobody can guess.
/// </summary>
public sealed class PartnerKey
{
    /// <summary>Greatest length of a label.</summary>
    public const int LabelMaxLength = 80;

    /// <summary>Requests a minute when nothing else was said.</summary>
    public const int DefaultRequestsPerMinute = 120;

    /// <summary>The most requests a minute that a key may be given.</summary>
    public const int MostRequestsPerMinute = 6000;

    private PartnerKey()
    {
    }

    internal PartnerKey(
        Guid id, Guid partnerId, ApiKeyText text, string label, PartnerScopes scopes, int requestsPerMinute, DateTimeOffset? expiresAt, string createdByName, DateTimeOffset now)
    {
        Id = id;
        PartnerId = partnerId;
        PublicId = text.PublicId;
        SecretHash = text.SecretHash();
        Label = label;
        Scopes = scopes;
        RequestsPerMinute = requestsPerMinute;
        ExpiresAt = expiresAt;
        CreatedByName = createdByName;
        CreatedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose key.</summary>
    public Guid PartnerId { get; private set; }

    /// <summary>The part by which it is found and known on screen; no secret.</summary>
    public string PublicId { get; private set; } = string.Empty;

    /// <summary>SHA-256 of the secret part.</summary>
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>What it is for, in the administrator's words.</summary>
    public string Label { get; private set; } = string.Empty;

    /// <summary>What it opens.</summary>
    public PartnerScopes Scopes { get; private set; }

    /// <summary>How many requests it may make a minute.</summary>
    public int RequestsPerMinute { get; private set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who made it.</summary>
    public string CreatedByName { get; private set; } = string.Empty;

    /// <summary>When it was last used (UTC), to the minute; null before.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>From when it opens nothing (UTC), or null when it does not run out.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was revoked (UTC), or null.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    internal void Revoke(DateTimeOffset now) => RevokedAt = now;
}
