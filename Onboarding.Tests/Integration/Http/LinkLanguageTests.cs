using System.Net;
using Onboarding.Core.Cases;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

/// <summary>The language that a link of a mail brings: where it leads, and what it never does.</summary>
public sealed class LinkLanguageTests : IAsyncLifetime
{
    private const string Token = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private readonly PortalHost _portal = new();

    public ValueTask InitializeAsync()
    {
        _portal.Started();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/status/" + Token)]
    [InlineData("/status/" + Token + "/withdraw")]
    [InlineData("/registered/" + Token)]
    [InlineData("/register/" + Token)]
    [InlineData("/reply/" + Token)]
    [InlineData("/replied/" + Token)]
    [InlineData("/feedback/" + Token)]
    [InlineData("/status/%2F%2Felsewhere.example")]
    [InlineData("/status/%5Celsewhere.example")]
    [InlineData("/status/https:elsewhere.example")]
    public async Task Every_private_link_is_left_for_its_own_address_without_the_language(string path)
    {
        using PortalVisitor visitor = new(_portal);

        using HttpResponseMessage answer = await visitor.GetAsync($"{path}?{PublicUrls.LanguageKey}=en&next=//elsewhere.example");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Uri there = new(_portal.Address, answer.Headers.Location!);
        (there.Authority, there.Query).ShouldBe((_portal.Address.Authority, ""));
        there.AbsolutePath.ShouldBe(new Uri(_portal.Address, path).AbsolutePath);
        visitor.Cookies.GetCookies(_portal.Address)[Preferences.LinkLanguageCookie]!.Value.ShouldBe("en");
    }

    [Theory]
    [InlineData("//elsewhere.example/status/" + Token)]
    [InlineData("/%5Celsewhere.example/status/" + Token)]
    [InlineData("/privacy")]
    [InlineData("/")]
    public async Task What_is_no_private_link_is_never_left_by_it(string path)
    {
        using PortalVisitor visitor = new(_portal);

        using HttpResponseMessage answer = await visitor.Client.GetAsync(new Uri($"{_portal.Address.GetLeftPart(UriPartial.Authority)}{path}?{PublicUrls.LanguageKey}=en"), TestContext.Current.CancellationToken);

        answer.Headers.Location.ShouldBeNull();
        visitor.Cookies.GetCookies(_portal.Address)[Preferences.LinkLanguageCookie].ShouldBeNull();
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("en-GB")]
    [InlineData("%0d%0aSet-Cookie:%20a=b")]
    public async Task A_language_that_we_do_not_have_changes_nothing(string language)
    {
        using PortalVisitor visitor = new(_portal);
        await visitor.GetAsync($"{PublicUrls.Status(Token)}?{PublicUrls.LanguageKey}=en");

        using HttpResponseMessage answer = await visitor.GetAsync($"{PublicUrls.Status(Token)}?{PublicUrls.LanguageKey}={language}");

        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await visitor.ReadAsync(PublicUrls.Status(Token))).DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task A_form_that_is_sent_is_never_led_elsewhere_so_that_nothing_typed_is_lost()
    {
        CaseState state = await new CasesAt(_portal.Services).ReceivedAsync();
        OnboardingCase owner = await new CasesAt(_portal.Services).LoadAsync(state.CaseId);
        string token = ((CaseProtection)_portal.Services.GetService(typeof(CaseProtection))!).OpenToken(owner.Id, owner.ProtectedStatusToken);
        using PortalVisitor visitor = new(_portal);
        Dictionary<string, string> fields = new(StringComparer.Ordinal) { ["_handler"] = "none", ["typed"] = "kept" };

        using HttpResponseMessage answer = await visitor.PostAsync($"{PublicUrls.Withdraw(token)}?{PublicUrls.LanguageKey}=en", fields);

        answer.Headers.Location.ShouldBeNull();
        visitor.Cookies.GetCookies(_portal.Address)[Preferences.LinkLanguageCookie].ShouldBeNull();
    }
}
