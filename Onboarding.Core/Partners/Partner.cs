using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Partners;

/// <summary>A third party that sends registrations in (SOP, Ruang Lingkup: "mitra pihak ketiga").</summary>
public sealed class Partner
{
    /// <summary>Greatest length of a name.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Greatest length of the address for e-mail.</summary>
    public const int ContactMaxLength = EmailAddress.MaxLength;

    /// <summary>Greatest length of the address for webhooks.</summary>
    public const int WebhookUrlMaxLength = 500;

    private Partner()
    {
    }

    internal Partner(Guid id, string name, string contactEmail, DateTimeOffset now)
    {
        Id = id;
        Name = name;
        ContactEmail = contactEmail;
        CreatedAt = now;
    }

    /// <summary>Identity; the partner's actor carries it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Counts every change; a writer that saw another value is refused.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Name of the company.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Who is told when something is wrong with the connection.</summary>
    public string ContactEmail { get; private set; } = string.Empty;

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when none of its keys opens anything (UTC), or null.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Where changes of status are posted to, or null when the partner takes none.</summary>
    public string? WebhookUrl { get; private set; }

    /// <summary>The secret with which they are signed, encrypted; null before the first address.</summary>
    public byte[]? ProtectedWebhookSecret { get; private set; }

    /// <summary>The secret before it, encrypted, which signs as well until <see cref="PreviousSecretUntil"/>.</summary>
    public byte[]? ProtectedPreviousSecret { get; private set; }

    /// <summary>End of the overlap of both secrets (UTC), or null.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    internal void Rename(string name, string contactEmail)
    {
        Name = name;
        ContactEmail = contactEmail;
        Version++;
    }

    internal void SetDisabled(DateTimeOffset? since)
    {
        DisabledAt = since;
        Version++;
    }

    internal void SetWebhook(string? url)
    {
        WebhookUrl = url;
        Version++;
    }

    /// <summary>A new secret; the one before goes on signing until the overlap ends.</summary>
    internal void RotateSecret(byte[] protectedSecret, DateTimeOffset overlapUntil)
    {
        ProtectedPreviousSecret = ProtectedWebhookSecret;
        PreviousSecretUntil = ProtectedWebhookSecret is null ? null : overlapUntil;
        ProtectedWebhookSecret = protectedSecret;
        Version++;
    }
}
