using Onboarding.Core.Documents;
using Onboarding.Core.Results;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>A document that has arrived.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="State">What is known of its content.</param>
public sealed record TrayDocument(Guid Id, DocumentKind Kind, string FileName, long Size, DocumentState State = DocumentState.Usable);

/// <summary>Where a form puts the files that were chosen: beside the form until it is sent in, or into a case.</summary>
public abstract class DocumentTray
{
    private readonly List<TrayDocument> _documents = [];

    /// <summary>What has arrived, in the order of arrival.</summary>
    public IReadOnlyList<TrayDocument> All => _documents;

    /// <summary>Whether a document can be taken out again; what is in a case stays there as a version.</summary>
    public abstract bool CanRemove { get; }

    /// <summary>False while this visitor has sent too much in a short time. Asking counts.</summary>
    public virtual bool MayAdd => true;

    /// <summary>Whether there is a document of this kind: one that is good, or one that waits for its check, for which the visitor has done all there is to do.</summary>
    public bool Has(DocumentKind kind) => _documents.Exists(document => document.Kind == kind && document.State is (DocumentState.Usable or DocumentState.NotYetChecked));

    /// <summary>Whether a document of this kind waits for its check.</summary>
    public bool Waits(DocumentKind kind) => _documents.Exists(document => document.Kind == kind && document.State == DocumentState.NotYetChecked);

    /// <summary>Reads again what is known of the documents.</summary>
    public virtual Task RefreshAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The documents of this kind.</summary>
    public IEnumerable<TrayDocument> Of(DocumentKind kind) => _documents.Where(document => document.Kind == kind);

    /// <summary>Stores a file; null when it arrived, or why it was refused.</summary>
    public async Task<Refusal?> AddAsync(DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        Result<TrayDocument> result = await StoreAsync(kind, fileName, content, cancellationToken);
        if (result.IsDone)
        {
            _documents.Add(result.Value);
        }

        return result.Refusal;
    }

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

    /// <summary>Shows what had arrived before.</summary>
    protected void Fill(IEnumerable<TrayDocument> documents)
    {
        _documents.Clear();
        _documents.AddRange(documents);
    }

    /// <summary>Stores one file.</summary>
    protected abstract Task<Result<TrayDocument>> StoreAsync(DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken);

    /// <summary>Removes one file.</summary>
    protected abstract Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken);
}
