using Microsoft.AspNetCore.Authorization;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Security;

/// <summary>Deny by default is kept by the fallback policy; this check keeps the choice visible in the code.</summary>
internal static class EndpointAuthorizationCheck
{
    // Made by MapStaticAssets in a build that was not published, out of reach of its conventions. It looks for files that
    // are missing from the manifest; the fallback policy closes it.
    private const string DevelopmentFiles = "Fallback {**path:file}";

    /// <summary>Refuses to start when an endpoint says neither who may call it nor that everyone may.</summary>
    /// <exception cref="StartupRefusedException">Names the endpoints.</exception>
    public static void RequireDeclaredAuthorization(this IEndpointRouteBuilder routes)
    {
        string[] undeclared = [.. routes.DataSources
            .SelectMany(source => source.Endpoints)
            .Where(endpoint => !IsDeclared(endpoint))
            .Select(endpoint => endpoint.DisplayName ?? "an endpoint without a name")];
        if (undeclared.Length > 0)
        {
            throw new StartupRefusedException(
                $"These endpoints declare neither a policy nor that they are public: {string.Join(", ", undeclared)}.");
        }
    }

    /// <summary>Whether the endpoint carries an authorization attribute of either kind, or is closed without one.</summary>
    public static bool IsDeclared(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.DisplayName == DevelopmentFiles;
}
