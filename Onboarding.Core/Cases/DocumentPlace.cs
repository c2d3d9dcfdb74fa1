using Onboarding.Core.Documents;

namespace Onboarding.Core.Cases;

/// <summary>
/// Where a file stands among those of its kind. What was sent together is one version in parts, such as the pages of a deed; a
/// further page joins the newest version, and only a replacement begins the next one. Nothing is ever overwritten.
/// </summary>
/// <param name="Version">1 for what came first, then counting up with each replacement.</param>
/// <param name="Part">1 for the first file of its version, then counting up.</param>
/// <param name="ReplacementId">The replacement it came with, see <see cref="CaseDocument.ReplacementId"/>.</param>
internal sealed record DocumentPlace(int Version, int Part, Guid? ReplacementId)
{
    /// <summary>The place of the next file of a kind.</summary>
    /// <param name="documents">The documents of the case.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="replacement">The replacement it comes with; null for a further page.</param>
    public static DocumentPlace Next(IReadOnlyList<CaseDocument> documents, DocumentKind kind, Guid? replacement)
    {
        var same = documents.Where(document => document.Kind == kind).ToList();
        var newest = same.Select(document => document.Version).DefaultIfEmpty(0).Max();
        var begun = same.Find(document => replacement is not null && document.ReplacementId == replacement)?.Version;
        var version = begun ?? (replacement is null ? Math.Max(newest, 1) : newest + 1);
        return new DocumentPlace(version, same.Where(document => document.Version == version).Select(document => document.Part).DefaultIfEmpty(0).Max() + 1, replacement);
    }
}
