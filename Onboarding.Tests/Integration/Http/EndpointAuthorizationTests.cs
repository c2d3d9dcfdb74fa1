using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Portal.Api.Security;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

public sealed class EndpointAuthorizationTests
{
    /// <summary>
    /// Everything that is open to everyone, apart from files. A new line here is a decision: the review asks why nobody has
    /// to sign in for it.
    /// </summary>
    private static readonly string[] OpenToEveryone =
    [
        "/",
        "/_blazor",
        "/_blazor/disconnect/",
        "/_blazor/initializers/",
        "/_blazor/negotiate",
        "/_framework/opaque-redirect",
        "/about",
        "/account/sign-in",
        "/api/docs",
        "/confirm",
        "/confirm/{Code}",
        "/error/{Code}",
        "/feedback-received",
        "/feedback/{Token}",
        "/health/live",
        "/health/ready",
        "/openapi/{documentName}.json",
        "/preferences",
        "/privacy",
        "/products/{Code}",
        "/products/{code}/brochure.pdf",
        "/products/{code}/guide.pdf",
        "/products/{code}/registration-form.pdf",
        "/register",
        "/register/{Token}",
        "/registered/{Token}",
        "/replied",
        "/replied/{StatusToken}",
        "/reply/{Token}",
        "/status/{Token}",
        "/status/{Token}/objection",
        "/status/{Token}/withdraw",
        "/uploads/form",
        "/uploads/reply",
        "/wallboard/{Token}",
    ];

    [Fact]
    public async Task Opens_exactly_the_listed_addresses_to_everyone()
    {
        await using PortalHost host = new();
        _ = host.Address;

        IEnumerable<string> open = Endpoints(host)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal);

        open.ShouldBe(OpenToEveryone);
    }

    [Fact]
    public async Task Names_a_known_policy_for_everything_else()
    {
        await using PortalHost host = new();
        _ = host.Address;
        string[] known = [.. Policies.Roles.Keys, Policies.OwnAccount, .. PartnerPolicies.All];

        foreach (RouteEndpoint endpoint in Endpoints(host).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            IReadOnlyList<IAuthorizeData> declared = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
            EndpointAuthorizationCheck.IsDeclared(endpoint).ShouldBeTrue(endpoint.DisplayName);
            declared.Select(one => one.Policy).ShouldBeSubsetOf(known, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Turns_a_stranger_away_from_every_page_that_is_not_open()
    {
        await using PortalHost host = new();
        using PortalVisitor stranger = new(host);

        foreach (RouteEndpoint endpoint in Endpoints(host)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !endpoint.RoutePattern.RawText!.Contains("**", StringComparison.Ordinal)))
        {
            string address = string.Concat(endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(
                part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Sample))));
            using HttpResponseMessage answer = await stranger.GetAsync(address);

            ((int)answer.StatusCode).ShouldBeOneOf(
                [StatusCodes.Status302Found, StatusCodes.Status401Unauthorized, StatusCodes.Status405MethodNotAllowed, StatusCodes.Status404NotFound],
                address);
        }
    }

    [Fact]
    public void Refuses_to_start_with_an_endpoint_that_declares_nothing()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        WebApplication app = builder.Build();
        app.MapGet("/open", () => "open").AllowAnonymous();
        app.MapGet("/forgotten", () => "forgotten");

        StartupRefusedException refusal = Should.Throw<StartupRefusedException>(app.RequireDeclaredAuthorization);

        refusal.Message.ShouldContain("/forgotten");
        refusal.Message.ShouldNotContain("/open");
    }

    private const string Sample = "00000000-0000-0000-0000-000000000000";

    private static IEnumerable<RouteEndpoint> Endpoints(PortalHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
