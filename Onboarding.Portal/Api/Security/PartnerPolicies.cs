using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Onboarding.Core.Partners;

namespace Onboarding.Portal.Api.Security;

/// <summary>Which scope opens an endpoint; for the answer to a key that lacks it.</summary>
/// <param name="Scope">The scope.</param>
internal sealed record RequiredScope(PartnerScopes Scope);

/// <summary>
/// Who may call the partner interface: one policy for each scope. They know the scheme of the keys alone, so a person who is
/// signed in at the pages is a stranger here, and a key opens no page.
/// </summary>
internal static class PartnerPolicies
{
    /// <summary>The policy of a scope.</summary>
    public static string Of(PartnerScopes scope) => "partner " + PartnerScopeNames.Name(scope);

    /// <summary>Every policy.</summary>
    public static IReadOnlyList<string> All { get; } = [.. PartnerScopeNames.All.Select(Of)];

    /// <summary>Registers scheme and policies.</summary>
    public static void AddPartnerPolicies(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, PartnerKeyAuthentication>(PartnerKeyAuthentication.SchemeName, null);
        AuthorizationBuilder authorization = services.AddAuthorizationBuilder();
        foreach (PartnerScopes scope in PartnerScopeNames.All)
        {
            authorization.AddPolicy(Of(scope), policy => policy
                .AddAuthenticationSchemes(PartnerKeyAuthentication.SchemeName)
                .RequireAuthenticatedUser()
                .RequireClaim(PartnerKeyAuthentication.ScopeClaim, PartnerScopeNames.Name(scope)));
        }
    }

    /// <summary>Opens an endpoint to keys with this scope.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, PartnerScopes scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Of(scope)).WithMetadata(new RequiredScope(scope));

    /// <summary>The partner that calls.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has no scope.</exception>
    public static PartnerCaller Caller(this HttpContext context) =>
        context.Features.Get<PartnerCaller>() ?? throw new InvalidOperationException("Nobody is known here; the endpoint lacks a scope.");
}
