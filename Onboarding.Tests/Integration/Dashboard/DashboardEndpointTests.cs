using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Dashboard;

/// <summary>The table of the dashboard and the screens on the wall: who gets which answer.</summary>
public sealed class DashboardEndpointTests : IAsyncDisposable
{
    private readonly PortalHost _host = new(Demo.Enabled);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(ActorRole.Supervisor, true)]
    [InlineData(ActorRole.Compliance, true)]
    [InlineData(ActorRole.CustomerService, false)]
    [InlineData(ActorRole.Administrator, false)]
    [InlineData(null, false)]
    public async Task The_table_is_for_those_who_see_the_dashboard(ActorRole? role, bool isAllowed)
    {
        await new CasesAt(_host.Started()).ReceivedAsync();

        using HttpResponseMessage answer = await GetAsync(DashboardUrls.Table, role);
        string text = await answer.Content.ReadAsStringAsync(Token);

        (answer.StatusCode == HttpStatusCode.OK).ShouldBe(isAllowed);
        text.Contains("Pendaftaran masuk;1;0", StringComparison.Ordinal).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData("?from=2026-02-01&to=2026-01-01")]
    [InlineData("?region=00")]
    [InlineData("?channel=%3Dcmd")]
    public async Task An_address_that_says_nothing_sensible_is_the_senders_fault(string query) =>
        (await GetAsync(DashboardUrls.Table + query, ActorRole.Supervisor)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_screen_shows_counts_to_whoever_holds_its_link_and_opens_nothing_else()
    {
        IServiceProvider services = _host.Started();
        CaseState state = await new CasesAt(services).ReceivedAsync();
        OnboardingCase owner = await new CasesAt(services).LoadAsync(state.CaseId);
        string token = (await services.GetRequiredService<WallScreensHandler>().CreateAsync("Lobi", Staff.Maya, Token)).ShouldBeDone();

        using HttpResponseMessage answer = await GetAsync(DashboardUrls.Wall(token), role: null);
        string page = await answer.Content.ReadAsStringAsync(Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.ShouldContain("data-wall=\"in-progress\"");
        page.ShouldNotContain(owner.Number);
        page.ShouldNotContain(owner.ApplicantName);
        foreach (string address in new[] { DashboardUrls.Page, DashboardUrls.Table, DashboardUrls.Report, DashboardUrls.ListPage, DashboardUrls.Screens })
        {
            using HttpResponseMessage other = await GetAsync($"{address}?token={token}", role: null, token);
            other.StatusCode.ShouldNotBe(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task A_link_that_was_revoked_leads_nowhere_like_one_that_never_was()
    {
        WallScreensHandler screens = _host.Started().GetRequiredService<WallScreensHandler>();
        string token = (await screens.CreateAsync("Lobi", Staff.Maya, Token)).ShouldBeDone();
        WallScreen screen = (await screens.ListAsync(Staff.Maya, Token)).ShouldBeDone().Single();
        screen.TokenHash.ShouldBe(Onboarding.Core.Protection.AccessToken.Hash(token));
        (await screens.RevokeAsync(screen.Id, Staff.Yusuf, Token)).ShouldBeDone();

        foreach (string link in new[] { token, Onboarding.Core.Protection.AccessToken.New().Reveal(), "x", new string('A', 300) })
        {
            using HttpResponseMessage answer = await GetAsync(DashboardUrls.Wall(link), role: null);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync(Token)).ShouldNotContain("data-wall=");
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string address, ActorRole? role, string? bearer = null)
    {
        using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _host.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (bearer is not null)
        {
            request.Headers.Authorization = new("Bearer", bearer);
        }

        if (role is { } known)
        {
            request.Headers.Add("Cookie", await HubClient.CookieAsync(_host, Demo.Account(known)));
        }

        return await client.SendAsync(request, Token);
    }
}
