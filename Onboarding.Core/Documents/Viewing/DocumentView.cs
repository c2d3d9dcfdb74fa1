namespace Onboarding.Core.Documents.Viewing;

/// <summary>An opened document, as it is looked at page by page. The opening was written to the trail; turning its pages is not.</summary>
/// <param name="Token">Stands for the opening in addresses: cannot be guessed, and serves the person who opened it alone.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Pages">How many pages it has; an image has one.</param>
/// <param name="EndsAt">When looking at it needs another opening (UTC).</param>
public sealed record DocumentView(string Token, Guid DocumentId, int Pages, DateTimeOffset EndsAt);

/// <summary>How finely a page of a PDF is drawn.</summary>
public enum PageDetail
{
    /// <summary>Enough to read the page at its whole width.</summary>
    Normal = 1,

    /// <summary>Twice as fine each way, for small print.</summary>
    Fine,
}

/// <summary>One page as a picture.</summary>
/// <param name="Content">The picture, to be disposed of by the caller.</param>
/// <param name="Type">Its type; never a PDF.</param>
public sealed record DocumentPage(Stream Content, DocumentType Type);
