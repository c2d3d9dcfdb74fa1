using Microsoft.Net.Http.Headers;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Viewing;
using Onboarding.Core.Results;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Cases;

/// <summary>Serves one document to the viewer of the case page.</summary>
internal static class DocumentEndpoint
{
    // The content comes from outside: whatever it is, it may run nothing and load nothing in our name.
    private const string ClosedPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox";

    /// <summary>
    /// Maps the address. It is open to all staff and the core decides, so that an administrator, who has no business with
    /// applicants' data, cannot even tell which documents there are.
    /// </summary>
    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(CaseUrls.DocumentRoute, OpenAsync)
            .RequireAuthorization(Policies.Staff)
            .WithMetadata(new FrameableMetadata());
        endpoints.MapGet(CaseUrls.PageRoute, ShowPageAsync)
            .RequireAuthorization(Policies.Staff)
            .WithMetadata(new FrameableMetadata());
    }

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
        headers.ContentSecurityPolicy = ClosedPolicy;

        // A PDF is shown as pictures of its pages. The file itself is for who checks its signature, outside the browser.
        ContentDispositionHeaderValue disposition = new(document.Type == DocumentType.Pdf ? "attachment" : "inline");

        // Under which name the applicant kept it is nobody's business: it may hold a name or a NIK, and lies in a folder of downloads for long.
        disposition.SetHttpFileName($"{number}-{DomainTexts.Of(document.Kind)}-{document.Version}.{document.Part}{document.Type.FileExtension()}");
        headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(document.Content, document.Type.MediaType());
    }

    // A page of what was opened before: the opening is in the trail, turning pages is not.
    private static async Task<IResult> ShowPageAsync(
        string number, string token, int page, bool? fine, HttpContext context, DocumentPageReader pages, CancellationToken cancellation)
    {
        PageDetail detail = fine == true ? PageDetail.Fine : PageDetail.Normal;
        Result<DocumentPage> read = await pages.ReadAsync(number, token, page, detail, context.User.ToActor(), cancellation);
        if (!read.IsDone)
        {
            return read.Refusal is NotFound ? TypedResults.NotFound() : TypedResults.StatusCode(StatusCodes.Status409Conflict);
        }

        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = ClosedPolicy;
        headers.ContentDisposition = "inline";
        return TypedResults.Stream(read.Value.Content, read.Value.Type.MediaType());
    }
}
