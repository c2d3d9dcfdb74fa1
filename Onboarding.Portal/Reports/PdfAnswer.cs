using Microsoft.Net.Http.Headers;

namespace Onboarding.Portal.Reports;

/// <summary>Answers with a PDF file of the portal's own making.</summary>
internal static class PdfAnswer
{
    /// <summary>Opened in the browser, saved under a name that says what it is, and kept by nobody in between.</summary>
    /// <param name="context">The request.</param>
    /// <param name="content">The file; the answer disposes of it.</param>
    /// <param name="fileName">Its name.</param>
    public static IResult Pdf(this HttpContext context, Stream content, string fileName)
    {
        ContentDispositionHeaderValue disposition = new("inline");
        disposition.SetHttpFileName(fileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(content, "application/pdf");
    }
}
