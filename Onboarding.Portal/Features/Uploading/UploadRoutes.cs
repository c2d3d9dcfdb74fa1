using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Onboarding.Core.Documents;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Uploading;

/// <summary>The addresses that files are posted to, one for each door. They name neither a case nor a form: the ticket does.</summary>
public static class UploadRoutes
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "/uploads";

    // One byte more than is taken, so that a file without an announced length is refused for its size and not for the protocol.
    private const long MostOfBody = DocumentLimits.MaximumSize + 1L;

    /// <summary>The address of a door.</summary>
    public static string Of(UploadDoor door) => door switch
    {
        UploadDoor.Case => $"{Prefix}/case",
        UploadDoor.Intake => $"{Prefix}/intake",
        UploadDoor.Form => $"{Prefix}/form",
        UploadDoor.Reply => $"{Prefix}/reply",
    };

    /// <summary>Registers what they need.</summary>
    public static void AddUploads(this IServiceCollection services) => services.AddSingleton<UploadTickets>().AddSingleton<UploadReceiver>();

    /// <summary>Maps them.</summary>
    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        // The core decides what may be done with the case, as for the page.
        Map(endpoints, UploadDoor.Case, RateLimits.StaffUpload).RequireAuthorization(Policies.CaseAccess);
        Map(endpoints, UploadDoor.Intake, RateLimits.StaffUpload).RequireAuthorization(Policies.CustomerServiceArea);

        // Applicants have no account: the ticket of the page that they opened is what lets them in.
        Map(endpoints, UploadDoor.Form, RateLimits.PublicUpload).AllowAnonymous();
        Map(endpoints, UploadDoor.Reply, RateLimits.PublicUpload).AllowAnonymous();
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder endpoints, UploadDoor door, string limit) =>
        endpoints.MapPost(Of(door), (HttpContext context, UploadReceiver receiver) => receiver.TakeAsync(context, door))
            .WithMetadata(new RequestSizeLimitAttribute(MostOfBody), new EnableRateLimitingAttribute(limit));
}
