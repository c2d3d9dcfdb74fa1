using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Core.Documents.Reading;

/// <summary>Reads the photo of a KTP: text by the programs, proposals by the parser. Nothing of it is kept.</summary>
/// <param name="reader">Reads text.</param>
/// <param name="sla">Knows the day in the office's zone.</param>
/// <param name="clock">Clock.</param>
public sealed class CardPictures(CardText reader, SlaPolicyProvider sla, TimeProvider clock)
{
    // A card on its side gives a handful of signs that look like one field; three are a card.
    private const int FewestFields = 3;

    /// <summary>Whether the programs that it needs are installed.</summary>
    public bool IsAvailable => reader.IsAvailable;

    /// <summary>Reads a photo.</summary>
    /// <param name="content">The photo.</param>
    /// <param name="type">Its type.</param>
    /// <param name="progress">Told what is done now; may be null.</param>
    /// <param name="cancellationToken">Ends the work and the programs it started.</param>
    /// <returns>The proposals in the order of the card, or why there are none.</returns>
    public async Task<Result<CardReading>> ReadAsync(Stream content, DocumentType type, Action<CardReadingStep>? progress, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var today = policy.DateAt(Instant.Now(clock));
        var lines = await reader.ReadAsync(content, type, read => IdentityCardParser.Parse(read, today).Count >= FewestFields, progress, cancellationToken);
        if (!lines.IsDone)
        {
            return lines.Refusal;
        }

        var suggestions = IdentityCardParser.Parse(lines.Value.Lines, today);
        return suggestions.Count == 0 ? new NotAllowed(RefusalCode.CardNotReadable) : new CardReading(suggestions);
    }
}
