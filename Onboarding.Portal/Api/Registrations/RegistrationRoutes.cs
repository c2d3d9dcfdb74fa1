using System.Net.Mime;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.OpenApi;
using Onboarding.Portal.Api.Security;

namespace Onboarding.Portal.Api.Registrations;

/// <summary>The addresses of registrations.</summary>
internal static class RegistrationRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapRegistrations(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiPaths.Registrations, static (HttpContext context, RegistrationEndpoints endpoints) => endpoints.PostAsync(context))
            .RequireScope(PartnerScopes.RegistrationsWrite)
            .Describe(ApiOperations.CreateRegistration)
            .Accepts<RegistrationRequest>(MediaTypeNames.Application.Json)
            .Produces<RegistrationCreated>(StatusCodes.Status201Created);
        api.MapGet(ApiPaths.Registration, static (HttpContext context, string number, RegistrationEndpoints endpoints) => endpoints.GetAsync(context, number))
            .RequireScope(PartnerScopes.RegistrationsRead)
            .Describe(ApiOperations.ReadRegistration)
            .Produces<RegistrationStatus>();
    }
}
