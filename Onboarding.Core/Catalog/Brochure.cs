using System.Security.Cryptography;
using System.Text;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Catalog;

/// <summary>
/// One version of the Brosur Informasi Layanan of a product. Once it is in effect it is never changed: a case keeps which
/// version its applicant was shown, and that version has to say later what it said then.
/// </summary>
public sealed class Brochure
{
    private Brochure()
    {
    }

    internal Brochure(string productCode, int version, BrochureContent content, DateTimeOffset validFrom, string byId, string byName, DateTimeOffset at)
    {
        ProductCode = productCode;
        Version = version;
        Write(content, validFrom, byId, byName, at);
    }

    /// <summary>The product.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>1 for the first, then counting up.</summary>
    public int Version { get; private set; }

    /// <summary>What it says.</summary>
    public BrochureContent Content { get; private set; } = default!;

    /// <summary>SHA-256 of what it says, 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>From when it is shown (UTC).</summary>
    public DateTimeOffset ValidFrom { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Writes another content; only while nobody can have been shown it.</summary>
    internal void Rewrite(BrochureContent content, DateTimeOffset validFrom, Actor actor, DateTimeOffset now) =>
        Write(content, validFrom, actor.Id, actor.Name, now);

    private void Write(BrochureContent content, DateTimeOffset validFrom, string byId, string byName, DateTimeOffset at)
    {
        Content = content;
        Hash = SHA256.HashData(Encoding.UTF8.GetBytes(CatalogJson.Write(content)));
        ValidFrom = validFrom;
        ById = byId;
        ByName = byName;
        At = at;
    }
}
