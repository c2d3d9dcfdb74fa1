using Onboarding.Portal.Api.Catalog;
using Onboarding.Portal.Api.Documents;
using Onboarding.Portal.Api.OpenApi;
using Onboarding.Portal.Api.Registrations;
using Onboarding.Portal.Api.Security;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Api;

/// <summary>The partner interface (SOP, Ruang Lingkup: "mitra pihak ketiga"): what it is made of and what it answers to.</summary>
internal static class PartnerApi
{
    /// <summary>Registers it.</summary>
    public static void AddPartnerApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Set(options.SerializerOptions));
        services.AddPartnerPolicies();
        services.AddSingleton<PartnerLimits>();
        services.AddSingleton<RegistrationEndpoints>();
        services.AddSingleton<DocumentUploads>();
        services.AddApiDocument();
    }

    /// <summary>Maps it.</summary>
    public static void MapPartnerApi(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder api = endpoints.MapGroup(ApiPaths.V1);
        api.RequireRateLimiting(RateLimits.Api);
        api.AddEndpointFilter(PartnerLimits.PassAsync);
        api.DisableAntiforgery();
        api.MapRegistrations();
        api.MapDocumentUploads();
        api.MapCatalog();
        api.MapRegions();
        endpoints.MapApiDocument();
    }
}
