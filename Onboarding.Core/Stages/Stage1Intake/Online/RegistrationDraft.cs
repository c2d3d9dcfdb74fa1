using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>
/// An online registration while it is being filled (SOP stage 1, "formulir online"). It is no case: it has no number, nobody of
/// the staff sees it, and whoever has its link goes on with it on any device. What is not sent in is forgotten after a while,
/// because nobody has consented to its being kept (UU PDP Pasal 16 and 20).
/// </summary>
public sealed class RegistrationDraft
{
    private RegistrationDraft()
    {
    }

    internal RegistrationDraft(Guid id, AccessLink link, Guid submissionKey, DateTimeOffset now)
    {
        Id = id;
        TokenHash = link.Hash;
        ProtectedToken = link.ProtectedToken;
        SubmissionKey = submissionKey;
        CreatedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Counts every save; a device that saw another value is told instead of overwriting what the other one typed.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Hash of the token of its link.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>That token, encrypted.</summary>
    public byte[] ProtectedToken { get; private set; } = [];

    /// <summary>The key under which it is sent in, and under which its documents wait.</summary>
    public Guid SubmissionKey { get; private set; }

    /// <summary>The step of the form at which it stands, from 0.</summary>
    public int Step { get; private set; }

    /// <summary>The product chosen so far, or null.</summary>
    public string? ProductCode { get; private set; }

    /// <summary>Person or business; null while it is not chosen.</summary>
    public CustomerKind? Kind { get; private set; }

    /// <summary>The language in which it is filled.</summary>
    public Language Language { get; private set; }

    /// <summary>What was typed, encrypted.</summary>
    public byte[] ProtectedContent { get; private set; } = [];

    /// <summary>When it was begun (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last saved (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>From when on it is as if it had never been (UTC); each save moves it.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Takes over the form as it stands.</summary>
    internal void Fill(DraftContent content, byte[] protectedContent, DateTimeOffset now, TimeSpan lifetime)
    {
        Step = content.Step;
        ProductCode = content.ProductCode;
        Kind = content.Kind;
        Language = content.Language;
        ProtectedContent = protectedContent;
        UpdatedAt = now;
        ExpiresAt = now + lifetime;
    }

    /// <summary>Counts a save.</summary>
    internal void Count() => Version++;
}
