using Microsoft.Net.Http.Headers;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Cases;

/// <summary>Serves one document to the viewer of the case page.</summary>
internal static class DocumentEndpoint
{
    // The content comes from outside: whatever it is, it may run nothing and load nothing in our name.
    private const string ClosedPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox";

    // The browser's own PDF viewer refuses to work in a sandbox; it runs no script of the page's origin either way.
    private const string PdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

    /// <summary>
    /// Maps the address. It is open to all staff and the core decides, so that an administrator, who has no business with
    /// applicants' data, cannot even tell which documents there are.
    /// </summary>
    public static void MapDocuments(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(CaseUrls.DocumentRoute, OpenAsync)
            .RequireAuthorization(Policies.Staff)
            .WithMetadata(new FrameableMetadata());

    private static async Task<IResult> OpenAsync(
        string number, Guid id, HttpContext context, OpenDocumentHandler documents, CancellationToken cancellation)
    {
        Result<OpenedDocument> opened = await documents.HandleAsync(new OpenDocument(number, id), context.User.ToActor(), cancellation);
        if (!opened.IsDone)
        {
            return opened.Refusal is NotFound ? TypedResults.NotFound() : TypedResults.StatusCode(StatusCodes.Status409Conflict);
        }

        OpenedDocument document = opened.Value;
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = document.Type == DocumentType.Pdf ? PdfPolicy : ClosedPolicy;
        ContentDispositionHeaderValue disposition = new("inline");
        disposition.SetHttpFileName(document.FileName);
        headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(document.Content, document.Type.MediaType());
    }
}
