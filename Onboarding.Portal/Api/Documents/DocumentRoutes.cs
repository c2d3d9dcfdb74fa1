using Microsoft.AspNetCore.Mvc;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.OpenApi;
using Onboarding.Portal.Api.Security;

namespace Onboarding.Portal.Api.Documents;

/// <summary>The addresses of documents.</summary>
internal static class DocumentRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapDocumentUploads(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiPaths.Documents, static (HttpContext context, string number, DocumentUploads uploads) => uploads.PostAsync(context, number))
            .RequireScope(PartnerScopes.DocumentsWrite)
            .Describe(ApiOperations.AddDocuments)
            .WithMetadata(new RequestSizeLimitAttribute(DocumentUploads.MaxRequestSize))
            .Produces<DocumentsAdded>(StatusCodes.Status201Created);
        api.MapGet(ApiPaths.Documents, static (HttpContext context, string number, DocumentUploads uploads) => uploads.GetAsync(context, number))
            .RequireScope(PartnerScopes.RegistrationsRead)
            .Describe(ApiOperations.ListDocuments)
            .Produces<DocumentList>();
    }
}
