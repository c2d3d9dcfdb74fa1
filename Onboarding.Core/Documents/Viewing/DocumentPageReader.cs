using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Documents.Viewing;

/// <summary>
/// Reads pages of a document that was opened. Each page asks again whether the person may look and whether the document is still
/// found harmless: an opening is no promise for an hour.
/// </summary>
/// <param name="views">What is open.</param>
/// <param name="cache">Pages drawn before.</param>
/// <param name="drawing">Draws pages of PDF files.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="storage">Document storage.</param>
public sealed class DocumentPageReader(DocumentViews views, PageCache cache, PageDrawing drawing, OnboardingContextFactory contexts, IDocumentStorage storage)
{
    /// <summary>Reads one page. An image streams as it is kept; a page of a PDF is drawn when it is asked for.</summary>
    /// <param name="number">Number of the case.</param>
    /// <param name="token">The opening.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="detail">How finely a PDF is drawn.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<DocumentPage>> ReadAsync(string number, string token, int page, PageDetail detail, Actor actor, CancellationToken cancellationToken)
    {
        // One answer for whatever is wrong with the address: it tells nothing of what there is.
        if (!actor.IsStaff || !CaseAccess.MayRead(actor) || views.Find(token, actor) is not { } view || view.Number != number || page < 1 || page > view.Pages)
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        await using var context = contexts.CreateDbContext();
        var document = await context.Documents.AsNoTracking().SingleOrDefaultAsync(item => item.Id == view.DocumentId, cancellationToken);
        if (document is null)
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        if (!document.IsUsable)
        {
            return new NotAllowed(RefusalCode.DocumentNotOpenable);
        }

        try
        {
            return document.Type == DocumentType.Pdf
                ? await DrawAsync(view, document.ToStored(), new PageKey(token, page, detail), cancellationToken)
                : new DocumentPage(await storage.OpenAsync(document.ToStored(), cancellationToken), document.Type);
        }
        catch (DocumentUnreadableException)
        {
            return new NotAllowed(RefusalCode.DocumentNotOpenable);
        }
    }

    private async Task<Result<DocumentPage>> DrawAsync(OpenView view, StoredDocument stored, PageKey key, CancellationToken cancellationToken)
    {
        if (cache.Find(key) is { } kept)
        {
            return Page(kept);
        }

        await view.Turn.WaitAsync(cancellationToken);
        try
        {
            if (cache.Find(key) is { } drawnMeanwhile)
            {
                return Page(drawnMeanwhile);
            }

            await using var content = await storage.OpenAsync(stored, cancellationToken);
            var drawn = await drawing.DrawAsync(content, key.Page, key.Detail, cancellationToken);
            if (!drawn.IsDone)
            {
                return drawn.Refusal;
            }

            cache.Add(key, drawn.Value, view.EndsAt);
            return Page(drawn.Value);
        }
        finally
        {
            view.Turn.Release();
        }
    }

    private static DocumentPage Page(byte[] content) => new(new MemoryStream(content, writable: false), DocumentType.Jpeg);
}
