using System.Net;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

public sealed class SecurityHeadersTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/tokens.css")]
    [InlineData("/health/live")]
    [InlineData("/start")]
    public async Task Stand_on_every_answer(string address)
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await visitor.GetAsync(address);

        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "X-Frame-Options").ShouldBe("DENY");
        Header(answer, "Referrer-Policy").ShouldBe("same-origin");
        Header(answer, "Permissions-Policy").ShouldContain("camera=(self)");
        Header(answer, "Permissions-Policy").ShouldContain("geolocation=()");
        string policy = Header(answer, "Content-Security-Policy");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe-eval");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Keep_the_pages_of_a_signed_in_person_out_of_every_cache()
    {
        using PortalVisitor visitor = new(demo.Host);
        await visitor.SignInAsync(Demo.Account(ActorRole.Compliance).UserName, DemoAccounts.Password);

        using HttpResponseMessage answer = await visitor.GetAsync(AccountUrls.ChangePassword);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_hold_no_script_and_no_style_of_their_own()
    {
        using PortalVisitor visitor = new(demo.Host);

        foreach (string address in (string[])["/", AccountUrls.SignIn])
        {
            AngleSharp.Html.Dom.IHtmlDocument page = await visitor.ReadAsync(address);

            page.QuerySelectorAll("script").ShouldAllBe(script => script.HasAttribute("src"));
            page.QuerySelectorAll("style, [style], [onclick], [onload]").ShouldBeEmpty();
        }
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(';', values) : "";
}
