using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Features;

/// <summary>The first answer of the server for an address that leads to no queue, case or import, before any circuit is open.</summary>
public sealed class StaffAddressTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string NoQueue = "/queues/nonsense";

    private static readonly string NoCase = CaseUrls.Of("ONB-2026-999999");

    private readonly PortalHost _host = portal.Host;

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task What_there_is_not_answers_404_with_a_page_in_the_language_of_the_person(string language)
    {
        foreach (string address in new[] { NoQueue, NoCase })
        {
            using HttpResponseMessage answer = await GetAsync(address, ActorRole.Supervisor, language);

            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
            IHtmlDocument page = await PortalVisitor.ReadAsync(answer);
            page.DocumentElement.GetAttribute("lang").ShouldBe(language);
            page.QuerySelector("h1")!.TextContent.Trim().ShouldBe(
                LayoutText.ResourceManager.GetString(nameof(LayoutText.StatusNotFoundTitle), new System.Globalization.CultureInfo(language)));
        }
    }

    [Fact]
    public async Task A_draft_answers_the_later_teams_as_if_it_were_not_there()
    {
        CaseState draft = await DraftAsync();

        (await StatusAsync(CaseUrls.Of(draft.Number), ActorRole.Administration)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(CaseUrls.Of(draft.Number), ActorRole.InformationTechnology)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(CaseUrls.Of(draft.Number), ActorRole.CustomerService)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(CaseUrls.Of(draft.Number), ActorRole.Supervisor)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_may_see_no_case_gets_one_answer_for_all_numbers()
    {
        CaseState received = await new CasesAt(_host.Started()).ReceivedAsync(Registrations.Person(Random.Shared.Next(1000, 9000)));

        (await StatusAsync(CaseUrls.Of(received.Number), ActorRole.Administrator)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(NoCase, ActorRole.Administrator)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(NoQueue, ActorRole.Administrator)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(CaseUrls.Of(received.Number), role: null)).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(NoCase, role: null)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_draft_and_an_import_that_never_were_answer_404_and_those_that_are_open()
    {
        CaseState draft = await DraftAsync();

        (await StatusAsync(IntakeUrls.Draft("ONB-2026-999999"), ActorRole.CustomerService)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(ImportUrls.Of(Guid.Empty), ActorRole.CustomerService)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(IntakeUrls.Draft("ONB-2026-999999"), ActorRole.Administration)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(IntakeUrls.Draft(draft.Number), ActorRole.CustomerService)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(ImportUrls.List, ActorRole.CustomerService)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(IntakeUrls.New, ActorRole.CustomerService)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(ActorRole.Supervisor, HttpStatusCode.NotFound)]
    [InlineData(ActorRole.Administrator, HttpStatusCode.Forbidden)]
    public async Task Staff_keep_their_navigation_where_there_is_nothing_for_them(ActorRole role, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await GetAsync(NoQueue, role, "id");

        answer.StatusCode.ShouldBe(status);
        IHtmlDocument page = await PortalVisitor.ReadAsync(answer);
        page.QuerySelectorAll("#navigation li a").Select(link => link.GetAttribute("href")).ShouldContain(AccountUrls.StaffHome);
        page.QuerySelector("main a.button-primary")!.GetAttribute("href").ShouldBe(AccountUrls.StaffHome);
        (status == HttpStatusCode.Forbidden).ShouldBe(page.Body!.TextContent.Contains("Alamat ini tidak ada atau untuk peran lain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_visitor_finds_no_navigation_of_staff_there()
    {
        using HttpResponseMessage answer = await GetAsync("/nonsense", role: null, "id");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        IHtmlDocument page = await PortalVisitor.ReadAsync(answer);
        page.QuerySelector("#navigation").ShouldBeNull();
        page.QuerySelector("main a.button-primary")!.GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task What_there_is_opens()
    {
        CaseState received = await new CasesAt(_host.Started()).ReceivedAsync(Registrations.Person(Random.Shared.Next(1000, 9000)));

        (await StatusAsync(CaseUrls.Of(received.Number), ActorRole.Administration)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(QueueUrls.Of(ActorRole.Administration), ActorRole.Administration)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(QueueUrls.Of(ActorRole.Supervisor), ActorRole.Administration)).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<CaseState> DraftAsync()
    {
        RegisterCaseHandler handler = _host.Started().GetRequiredService<RegisterCaseHandler>();
        RegisterCase draft = new(
            Guid.CreateVersion7(_host.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, Registrations.Person(Random.Shared.Next(1000, 9000)), null, IsDraft: true);
        return (await handler.HandleAsync(draft, Staff.Sari, TestContext.Current.CancellationToken)).ShouldBeDone().State;
    }

    private async Task<HttpStatusCode> StatusAsync(string address, ActorRole? role)
    {
        using HttpResponseMessage answer = await GetAsync(address, role, "id");
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> GetAsync(string address, ActorRole? role, string language)
    {
        using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _host.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        string signedIn = role is { } known ? await HubClient.CookieAsync(_host, Demo.Account(known)) : "";
        request.Headers.Add("Cookie", $"{Preferences.LanguageCookie}={language}; {signedIn}");

        return await client.SendAsync(request);
    }
}
