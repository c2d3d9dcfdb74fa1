using Onboarding.Core.Documents;

namespace Onboarding.Portal.Features.Uploading;

/// <summary>What a request says of its file. It stands in headers, so that the body is the file and nothing else.</summary>
/// <param name="UploadId">The browser's number of this file: sent again, it is the same.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Its name; shown, never used as a path.</param>
/// <param name="ReplacementId">The sending that replaces what is there; null for a further page. It counts at the door of staff only.</param>
internal sealed record UploadHeaders(Guid UploadId, DocumentKind Kind, string FileName, Guid? ReplacementId)
{
    /// <summary>The ticket of the page.</summary>
    public const string Ticket = "Upload-Ticket";

    /// <summary>The number of the file.</summary>
    public const string Id = "Upload-Id";

    /// <summary>The kind of document.</summary>
    public const string KindName = "Upload-Kind";

    /// <summary>The name of the file, percent-encoded UTF-8.</summary>
    public const string Name = "Upload-Name";

    /// <summary>The number of the sending, when its files replace what is there.</summary>
    public const string Replacement = "Upload-Replacement";

    private const int MostOfName = 2000;

    /// <summary>Reads them; null when one is missing or malformed.</summary>
    public static UploadHeaders? Read(IHeaderDictionary headers) =>
        Guid.TryParseExact(headers[Id], "D", out Guid id) && id != Guid.Empty
        && Enum.TryParse(headers[KindName], out DocumentKind kind) && Enum.IsDefined(kind)
        && headers[Name].ToString() is { Length: > 0 and <= MostOfName } name
            ? new UploadHeaders(id, kind, Uri.UnescapeDataString(name), Guid.TryParseExact(headers[Replacement], "D", out Guid replacement) ? replacement : null)
            : null;
}
