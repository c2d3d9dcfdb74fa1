using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

public sealed class PreferencesTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public async Task Start_with_Indonesian_whatever_the_browser_asks_for()
    {
        using PortalVisitor visitor = new(demo.Host);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.9");

        IHtmlDocument page = await visitor.ReadAsync(AccountUrls.SignIn);

        page.DocumentElement.GetAttribute("lang").ShouldBe("id");
        page.DocumentElement.GetAttribute("data-theme").ShouldBe("system");
        page.QuerySelector("h1")!.TextContent.ShouldBe(AccountText.SignInTitle);
    }

    [Fact]
    public async Task Turn_the_pages_English_and_lead_back_to_the_page()
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await ChooseAsync(visitor, "language", "en", new Uri(demo.Host.Address, "/account/sign-in?returnUrl=%2Fstart"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/account/sign-in?returnUrl=%2Fstart");
        IHtmlDocument page = await visitor.ReadAsync(AccountUrls.SignIn);
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("h1")!.TextContent.ShouldBe(AccountText.ResourceManager.GetString(nameof(AccountText.SignInTitle), English));
    }

    [Fact]
    public async Task Keep_the_theme_for_the_next_page()
    {
        using PortalVisitor visitor = new(demo.Host);

        await ChooseAsync(visitor, "theme", "dark", page: null);

        (await visitor.ReadAsync(AccountUrls.SignIn)).DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
    }

    [Theory]
    [InlineData("language", "fr")]
    [InlineData("theme", "pink")]
    [InlineData("zone", "UTC")]
    [InlineData("nothing", "x")]
    public async Task Take_nothing_that_is_not_on_the_list(string field, string value)
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await ChooseAsync(visitor, field, value, page: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Cookies.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("https://evil.example/start")]
    [InlineData(null)]
    public async Task Never_lead_to_another_site(string? page)
    {
        using PortalVisitor visitor = new(demo.Host);

        using HttpResponseMessage answer = await ChooseAsync(visitor, "zone", "WITA", page is null ? null : new Uri(page));

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    private static Task<HttpResponseMessage> ChooseAsync(PortalVisitor visitor, string field, string value, Uri? page)
    {
        visitor.Client.DefaultRequestHeaders.Referrer = page;
        return visitor.PostAsync(PreferenceEndpoints.Path, new Dictionary<string, string> { [field] = value });
    }
}
