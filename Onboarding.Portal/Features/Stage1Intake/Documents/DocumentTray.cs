using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>A document that has arrived.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="State">What is known of its content.</param>
public sealed record TrayDocument(Guid Id, DocumentKind Kind, string FileName, long Size, DocumentState State = DocumentState.Usable)
{
    /// <summary>The other documents as which the same file was given.</summary>
    public IReadOnlyList<DocumentKind> AlsoGivenAs { get; init; } = [];
}

/// <summary>
/// The documents of a form as far as they have arrived. They come in over HTTP, past the circuit (<see cref="FileDrop"/>), so
/// the tray reads what is there.
/// </summary>
public abstract class DocumentTray
{
    private readonly List<TrayDocument> _documents = [];

    /// <summary>What has arrived, in the order of arrival.</summary>
    public IReadOnlyList<TrayDocument> All => _documents;

    /// <summary>Where files are sent; null where none are taken.</summary>
    public abstract UploadPlace? Place { get; }

    /// <summary>Whether a document can be taken out again.</summary>
    public virtual bool CanRemove => true;

    /// <summary>Whether there is a document of this kind: one that is good, or one that waits for its check, for which the visitor has done all there is to do.</summary>
    public bool Has(DocumentKind kind) => _documents.Exists(document => document.Kind == kind && document.State is (DocumentState.Usable or DocumentState.NotYetChecked));

    /// <summary>Whether a document of this kind waits for its check.</summary>
    public bool Waits(DocumentKind kind) => _documents.Exists(document => document.Kind == kind && document.State == DocumentState.NotYetChecked);

    /// <summary>The documents of this kind.</summary>
    public IEnumerable<TrayDocument> Of(DocumentKind kind) => _documents.Where(document => document.Kind == kind);

    /// <summary>Reads what has arrived, and what is known of it.</summary>
    public abstract Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Takes a document out again; null when it is out, or why not.</summary>
    public async Task<Refusal?> RemoveAsync(TrayDocument document, CancellationToken cancellationToken)
    {
        Refusal? refusal = await DeleteAsync(document, cancellationToken);
        if (refusal is null or NotFound)
        {
            _documents.Remove(document);
            return null;
        }

        return refusal;
    }

    /// <summary>Shows what has arrived.</summary>
    protected void Fill(IEnumerable<TrayDocument> documents)
    {
        // Read before the old ones go: they may be made of them.
        List<TrayDocument> all = [.. documents];
        _documents.Clear();
        _documents.AddRange(all);
    }

    /// <summary>Removes one file.</summary>
    protected abstract Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken);
}
