using System.Net;
using Onboarding.Portal.Features.Account;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

public sealed class ReverseProxyTests
{
    private static readonly (string, string) OnePostAMinute = ("RateLimits:SignInPerMinute", "1");

    // A post without the form's token is refused, but it counts; over the limit it is not even looked at.
    private const HttpStatusCode Counted = HttpStatusCode.BadRequest;

    [Fact]
    public async Task Visitors_behind_a_trusted_proxy_are_told_apart_and_their_cookies_are_for_https()
    {
        await using PortalHost host = new(("Proxy:Trusted", "127.0.0.1, 10.0.0.0/8"), OnePostAMinute);

        (await PostAsAsync(host, "203.0.113.1")).ShouldBe(Counted);
        (await PostAsAsync(host, "203.0.113.2")).ShouldBe(Counted);
        (await PostAsAsync(host, "203.0.113.2")).ShouldBe(HttpStatusCode.TooManyRequests);

        using PortalVisitor visitor = From(host, "203.0.113.3");
        using HttpResponseMessage answer = await visitor.GetAsync(AccountUrls.SignIn);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("this host name is left out by HSTS");
    }

    [Fact]
    public async Task Nobody_is_believed_who_is_not_named()
    {
        await using PortalHost host = new(OnePostAMinute);

        (await PostAsAsync(host, "203.0.113.1")).ShouldBe(Counted);
        (await PostAsAsync(host, "203.0.113.2")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpStatusCode> PostAsAsync(PortalHost host, string address)
    {
        using PortalVisitor visitor = From(host, address);
        using HttpResponseMessage answer = await visitor.PostAsync(AccountUrls.SignIn, new Dictionary<string, string>());
        return answer.StatusCode;
    }

    private static PortalVisitor From(PortalHost host, string address)
    {
        PortalVisitor visitor = new(host);
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return visitor;
    }
}
