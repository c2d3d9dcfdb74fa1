using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>
/// The link to a draft that was sent to an e-mail address. It is another one than the link of the draft itself: a mail can reach
/// the wrong person, and is then called back without the form being lost. It ends by itself, however long the form is kept.
/// </summary>
public sealed class MailedDraftLink
{
    private MailedDraftLink()
    {
    }

    internal MailedDraftLink(Guid id, Guid draftId, AccessLink link, byte[] protectedAddress, byte[] addressHash, DateTimeOffset now)
    {
        Id = id;
        DraftId = draftId;
        TokenHash = link.Hash;
        ProtectedToken = link.ProtectedToken;
        ProtectedAddress = protectedAddress;
        AddressHash = addressHash;
        CreatedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The draft, with which it goes.</summary>
    public Guid DraftId { get; private set; }

    /// <summary>Hash of its token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>That token, encrypted.</summary>
    public byte[] ProtectedToken { get; private set; } = [];

    /// <summary>Where it was sent, encrypted.</summary>
    public byte[] ProtectedAddress { get; private set; } = [];

    /// <summary>Keyed hash of the address, by which mails to one address are counted over all drafts.</summary>
    public byte[] AddressHash { get; private set; } = [];

    /// <summary>When it was asked for first (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How often it was asked for.</summary>
    public int Requests { get; private set; }

    /// <summary>When it was last asked for (UTC).</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>From when on it leads nowhere (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was called back (UTC), or null.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>It is asked for, once more.</summary>
    internal void Request(DateTimeOffset now, TimeSpan lifetime)
    {
        Requests++;
        RequestedAt = now;
        ExpiresAt = now + lifetime;
    }

    /// <summary>It leads nowhere from now on.</summary>
    internal void Revoke(DateTimeOffset now) => RevokedAt = now;
}
