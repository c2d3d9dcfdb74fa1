namespace Onboarding.Core.Cases;

/// <summary>Proof of one consent (UU PDP Pasal 22 and 24): append-only, one for each purpose.</summary>
public sealed class ConsentRecord
{
    private ConsentRecord()
    {
    }

    internal ConsentRecord(Guid id, Guid caseId, string purpose, string textVersion, byte[] textHash, Language language, bool isGiven, Channel channel, string byId, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        Purpose = purpose;
        TextVersion = textVersion;
        TextHash = textHash;
        Language = language;
        IsGiven = isGiven;
        Channel = channel;
        ById = byId;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Code of the purpose, see <see cref="Compliance.ConsentPurposes"/>.</summary>
    public string Purpose { get; private set; } = string.Empty;

    /// <summary>Version of the text that was shown.</summary>
    public string TextVersion { get; private set; } = string.Empty;

    /// <summary>SHA-256 of that text, 32 bytes.</summary>
    public byte[] TextHash { get; private set; } = [];

    /// <summary>Language in which it was shown.</summary>
    public Language Language { get; private set; }

    /// <summary>True when it was given, false when it was refused.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>Channel over which it was given.</summary>
    public Channel Channel { get; private set; }

    /// <summary>The applicant, or the member of staff who took it down.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }
}
