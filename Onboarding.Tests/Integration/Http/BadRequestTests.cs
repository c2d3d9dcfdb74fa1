using System.Net;
using System.Text;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

public sealed class BadRequestTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Theory]
    [InlineData("GET", "/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/account/sign-in", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/account/sign-in", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/preferences", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/error/429", HttpStatusCode.TooManyRequests)]
    [InlineData("GET", "/error/not-a-number", HttpStatusCode.InternalServerError)]
    public async Task Shows_a_page_with_the_right_status(string method, string address, HttpStatusCode status)
    {
        using PortalVisitor visitor = new(demo.Host);
        using HttpRequestMessage request = new(new HttpMethod(method), address);

        using HttpResponseMessage answer = await visitor.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        (await PortalVisitor.ReadAsync(answer)).QuerySelector("h1").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/health/nothing")]
    [InlineData("/hubs/nothing")]
    public async Task Answers_a_program_without_a_page(string address)
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await visitor.GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("onboarding.session=garbage")]
    [InlineData("onboarding.session=chunks-3; onboarding.sessionC1=x")]
    [InlineData("onboarding.language=%00%ff; onboarding.theme=<script>; onboarding.zone=../..")]
    [InlineData(".AspNetCore.Antiforgery=%%%")]
    [InlineData("=;;;=")]
    public async Task Takes_a_broken_cookie_for_none(string cookie)
    {
        using PortalVisitor visitor = new(demo.Host);
        using HttpRequestMessage request = new(HttpMethod.Get, AccountUrls.SignIn);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);

        using HttpResponseMessage answer = await visitor.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "no multipart")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%&&&=;")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "a=b")]
    [InlineData("application/json", "{")]
    [InlineData("text/plain", "x")]
    public async Task Answers_a_malformed_form_with_a_client_error(string type, string body)
    {
        using PortalVisitor visitor = new(demo.Host);
        foreach (string address in (string[])[AccountUrls.SignIn, PreferenceEndpoints.Path, AccountUrls.SignOut])
        {
            using StringContent content = new(body, Encoding.UTF8);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);

            using HttpResponseMessage answer = await visitor.Client.PostAsync(new Uri(address, UriKind.Relative), content);

            ((int)answer.StatusCode).ShouldBeInRange(300, 499, address);
        }
    }

    [Fact]
    public async Task Answers_a_huge_form_and_one_with_too_many_fields_with_a_client_error()
    {
        using PortalVisitor visitor = new(demo.Host);
        string[] bodies =
        [
            "a=" + new string('x', 2_000_000),
            string.Join('&', Enumerable.Range(0, 5000).Select(field => $"f{field}=1")),
        ];

        foreach (string body in bodies)
        {
            using StringContent content = new(body, Encoding.UTF8, "application/x-www-form-urlencoded");
            using HttpResponseMessage answer = await visitor.Client.PostAsync(new Uri(AccountUrls.SignIn, UriKind.Relative), content);

            ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        }
    }

    [Fact]
    public async Task Asks_for_a_pause_after_too_many_attempts_and_goes_on_showing_pages()
    {
        await using PortalHost strict = new(("RateLimits:SignInPerMinute", "3"));
        using PortalVisitor visitor = new(strict);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            (await visitor.SignInAsync("nobody", "wrong")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using HttpResponseMessage answer = await visitor.SignInAsync("nobody", "wrong");

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await PortalVisitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe(LayoutText.StatusTooManyTitle);
        (await visitor.GetAsync(AccountUrls.SignIn)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
