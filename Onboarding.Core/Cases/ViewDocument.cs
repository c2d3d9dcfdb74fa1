using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Viewing;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Opens one document of one case to look at it page by page.</summary>
/// <param name="Number">Number of the case; a document of another case is not found.</param>
/// <param name="DocumentId">The document.</param>
public sealed record ViewDocument(string Number, Guid DocumentId);

/// <summary>Handles <see cref="ViewDocument"/> (stage 2, the document beside the data).</summary>
/// <param name="open">Opens documents, with a trace.</param>
/// <param name="drawing">Counts pages.</param>
/// <param name="views">What is open.</param>
public sealed class ViewDocumentHandler(OpenDocumentHandler open, PageDrawing drawing, DocumentViews views) : IUseCase
{
    /// <summary>Opens it once for all its pages; the trail has one event, however long somebody looks.</summary>
    public async Task<Result<DocumentView>> HandleAsync(ViewDocument command, Actor actor, CancellationToken cancellationToken)
    {
        var opened = await open.HandleAsync(new OpenDocument(command.Number, command.DocumentId), actor, cancellationToken);
        if (!opened.IsDone)
        {
            return opened.Refusal;
        }

        await using var content = opened.Value.Content;
        if (opened.Value.Type != DocumentType.Pdf)
        {
            return views.Add(command.Number, command.DocumentId, actor, 1);
        }

        var pages = await drawing.CountAsync(content, cancellationToken);
        return pages.IsDone ? views.Add(command.Number, command.DocumentId, actor, pages.Value) : pages.Refusal;
    }
}
