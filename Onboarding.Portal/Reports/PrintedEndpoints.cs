using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Stage4Approval.Printing;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Reports;

/// <summary>The files of bulk prints, for whoever started them; the core asks for more.</summary>
internal static class PrintedEndpoints
{
    /// <summary>Maps them, for supervisors.</summary>
    public static void MapPrinted(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder prints = endpoints.MapGroup(string.Empty).RequireAuthorization(Policies.SupervisorArea);
        prints.MapGet(PrintingUrls.FileRoute, static (Guid id, HttpContext context, OpenPrintedHandler handler, CancellationToken cancellation) =>
            OpenAsync(id, null, context, handler, cancellation));
        prints.MapGet(PrintingUrls.PartRoute, static (Guid id, int part, HttpContext context, OpenPrintedHandler handler, CancellationToken cancellation) =>
            OpenAsync(id, part, context, handler, cancellation));
    }

    private static async Task<IResult> OpenAsync(Guid id, int? part, HttpContext context, OpenPrintedHandler handler, CancellationToken cancellation)
    {
        Result<Stream> opened = await handler.HandleAsync(new OpenPrinted(id, part), context.User.ToActor(), cancellation);
        return opened.IsDone
            ? context.Pdf(opened.Value, part is null ? $"{PrintingText.FileName}.pdf" : $"{PrintingText.FileName}-{part}.pdf")
            : opened.Refusal is NotFound ? Results.NotFound() : Results.StatusCode(StatusCodes.Status409Conflict);
    }
}
