using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Reads the text of a KTP photo (stages 1 and 2).</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="DocumentId">The photo, one of its documents.</param>
public sealed record ReadIdentityCard(string Number, Guid DocumentId);

/// <summary>
/// Handles <see cref="ReadIdentityCard"/>. It changes nothing: what it answers are proposals, which a person takes over one by
/// one into a form. Reading a document opens it, so it leaves the same trace.
/// </summary>
/// <param name="open">Opens documents, with a trace.</param>
/// <param name="pictures">Reads photos.</param>
public sealed class ReadIdentityCardHandler(OpenDocumentHandler open, CardPictures pictures) : IUseCase
{
    /// <summary>Reads the card.</summary>
    /// <param name="command">Which.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="progress">Told what is done now; may be null.</param>
    /// <param name="cancellationToken">Ends the work and the programs it started.</param>
    /// <returns>The proposals in the order of the card, or why there are none.</returns>
    public async Task<Result<CardReading>> HandleAsync(
        ReadIdentityCard command, Actor actor, Action<CardReadingStep>? progress, CancellationToken cancellationToken)
    {
        if (actor.IsStaff && !pictures.IsAvailable)
        {
            return new NotAllowed(RefusalCode.CardReadingAbsent);
        }

        progress?.Invoke(CardReadingStep.Opening);
        var opened = await open.HandleAsync(new OpenDocument(command.Number, command.DocumentId), actor, cancellationToken);
        if (!opened.IsDone)
        {
            return opened.Refusal;
        }

        await using var content = opened.Value.Content;
        return await pictures.ReadAsync(content, opened.Value.Type, progress, cancellationToken);
    }
}
