using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Stage4Approval.Printing;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>Issued forms, their confirmation and bulk prints as the portal serves them.</summary>
public sealed class IssuedFormEndpointTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private readonly PortalHost _host = portal.Host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_worker_prints_what_was_reserved_and_the_teams_open_the_stored_bytes()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        CaseState state = await Cases().ActivatingAsync(Applicant());
        IssuedForm form = await IssueAsync(state);

        foreach (ActorRole? role in new ActorRole?[] { ActorRole.Supervisor, ActorRole.CustomerService, ActorRole.Compliance })
        {
            using HttpResponseMessage answer = await GetAsync(ReportUrls.Issued(state.Number, form.Id), role);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(form.Sha256);
        }

        foreach (ActorRole? role in new ActorRole?[] { ActorRole.Administrator, null })
        {
            using HttpResponseMessage answer = await GetAsync(ReportUrls.Issued(state.Number, form.Id), role);
            answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        }

        CaseState other = await Cases().ReceivedAsync(Applicant());
        (await GetAsync(ReportUrls.Issued(other.Number, form.Id), ActorRole.Supervisor)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("id", "Disetujui")]
    [InlineData("en", "Approved")]
    public async Task The_page_behind_the_code_says_number_kind_date_decision_and_hash_and_nothing_more(string language, string decision)
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        PersonData applicant = Applicant();
        CaseState state = await Cases().ActivatingAsync(applicant);
        IssuedForm form = await IssueAsync(state);
        string code = Code(form);

        using HttpResponseMessage answer = await GetAsync($"{PublicUrls.Confirmation(code)}", role: null, language);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        string page = await answer.Content.ReadAsStringAsync(Token);
        page.ShouldContain(form.Number);
        page.ShouldContain(decision);
        page.ShouldContain(Convert.ToHexStringLower(form.Sha256!));
        page.ShouldNotContain(applicant.FullName);
        page.ShouldNotContain(state.Number);
        page.ShouldNotContain(form.RequestedByName);
    }

    [Fact]
    public async Task Every_code_that_leads_nowhere_gets_one_and_the_same_answer()
    {
        List<string> pages = [];
        foreach (string code in new[] { ConfirmationCode.New().ToString(), "x", "0000000000000000", new string('A', 300) })
        {
            using HttpResponseMessage answer = await GetAsync(PublicUrls.Confirmation(code), role: null);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            pages.Add(await answer.Content.ReadAsStringAsync(Token));
        }

        pages.ShouldAllBe(page => page.Contains("tidak dapat kami konfirmasi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_tries_codes_is_made_to_wait()
    {
        await using PortalHost host = new(("RateLimits:LinkMissesPerMinute", "3"));
        for (int attempt = 0; attempt < 3; attempt++)
        {
            (await SendAsync(host, $"{PublicUrls.Confirm}?code={ConfirmationCode.New()}", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await SendAsync(host, PublicUrls.Confirmation(ConfirmationCode.New().ToString()), null)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData(ActorRole.Supervisor, true)]
    [InlineData(ActorRole.Compliance, true)]
    [InlineData(ActorRole.CustomerService, false)]
    [InlineData(ActorRole.Administrator, false)]
    [InlineData(null, false)]
    public async Task The_report_of_a_period_is_for_those_who_see_the_dashboard(ActorRole? role, bool isAllowed)
    {
        using HttpResponseMessage answer = await GetAsync($"{DashboardUrls.Report}?from=2026-01-01&to=2026-12-31&format=html&language=en", role);

        (answer.StatusCode == HttpStatusCode.OK).ShouldBe(isAllowed);
        (await answer.Content.ReadAsStringAsync(Token)).Contains("Onboarding Dashboard Report", StringComparison.Ordinal).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData("?from=2026-02-01&to=2026-01-01")]
    [InlineData("?from=2020-01-01&to=2026-01-01")]
    [InlineData("?from=kemarin")]
    public async Task A_period_that_is_none_is_the_senders_fault(string query) =>
        (await GetAsync(DashboardUrls.Report + query, ActorRole.Supervisor)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(ActorRole.CustomerService)]
    [InlineData(ActorRole.Compliance)]
    [InlineData(ActorRole.Administrator)]
    [InlineData(null)]
    public async Task Bulk_prints_are_for_supervisors_alone(ActorRole? role)
    {
        foreach (string address in new[] { PrintingUrls.Page, PrintingUrls.File(Guid.Empty), PrintingUrls.Part(Guid.Empty, 1) })
        {
            (await GetAsync(address, role)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_print_that_there_is_not_is_not_found() =>
        (await GetAsync(PrintingUrls.File(Guid.Empty), ActorRole.Supervisor)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static PersonData Applicant() => Registrations.Person(Random.Shared.Next(1000, 9000));

    private CasesAt Cases() => new(_host.Started());

    private string Code(IssuedForm form)
    {
        // What is printed on the form: only the portal itself can open it.
        var protector = _host.Started().GetRequiredService<Onboarding.Core.Protection.PersonalDataProtector>();
        return protector.UnprotectText(form.ProtectedCode, $"form/{form.Id:N}/code");
    }

    private async Task<IssuedForm> IssueAsync(CaseState state)
    {
        IServiceProvider services = _host.Started();
        IssuedFormReader reader = services.GetRequiredService<IssuedFormReader>();
        using SemaphoreSlim news = new(0);
        using IDisposable notices = services.GetRequiredService<PrintFeed>().Subscribe(_ => news.Release());
        FormIssue issue = (await services.GetRequiredService<IssueFormHandler>().HandleAsync(new(state.Number, ReportKind.ApprovalForm, Language.Indonesian), Staff.Maya, Token)).ShouldBeDone();
        while (true)
        {
            IssuedFormLine line = (await reader.ListAsync(state.CaseId, Staff.Maya, Token)).ShouldBeDone().Single(form => form.Form.Id == issue.FormId);
            if (line.Form.State == IssuedFormState.Issued)
            {
                return line.Form;
            }

            line.Printing.ShouldNotBe(PrintState.Failed);
            (await news.WaitAsync(TimeSpan.FromSeconds(60), Token)).ShouldBeTrue("nothing more was heard of the print");
        }
    }

    private Task<HttpResponseMessage> GetAsync(string address, ActorRole? role, string? language = null) => SendAsync(_host, address, role, language);

    private static async Task<HttpResponseMessage> SendAsync(PortalHost host, string address, ActorRole? role, string? language = null)
    {
        using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (language is not null)
        {
            request.Headers.Add("Cookie", $"onboarding.language={language}");
        }

        if (role is { } known)
        {
            request.Headers.Add("Cookie", await HubClient.CookieAsync(host, Demo.Account(known)));
        }

        return await client.SendAsync(request, Token);
    }
}
