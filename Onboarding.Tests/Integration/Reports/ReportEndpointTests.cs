using System.Net;
using System.Text;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>The reports as the portal serves them: to the five teams, kept by nobody, under a name that says what they are.</summary>
public sealed class ReportEndpointTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private readonly PortalHost _host = portal.Host;

    [Fact]
    public async Task The_supervisor_gets_the_approval_form_as_a_file_named_after_the_case()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        CaseState state = await Cases().ActivatingAsync(Applicant());
        using HttpResponseMessage answer = await GetAsync(ReportUrls.ApprovalForm(state.Number), ActorRole.Supervisor);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe($"{state.Number}-form-persetujuan-pelanggan.pdf");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync())[..5].ShouldBe("%PDF-");
    }

    [Theory]
    [InlineData(ActorRole.CustomerService)]
    [InlineData(ActorRole.Administration)]
    [InlineData(ActorRole.InformationTechnology)]
    [InlineData(ActorRole.Compliance)]
    public async Task Everybody_with_a_part_in_the_process_can_read_the_verification_report(ActorRole role)
    {
        CaseState state = await Cases().ReceivedAsync(Applicant());
        using HttpResponseMessage answer = await GetAsync(ReportUrls.VerificationReport(state.Number) + "?format=html&language=en", role);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        string page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("<html lang=\"en\"");
        page.ShouldContain("Verification Report");
        page.ShouldContain(state.Number);
    }

    [Fact]
    public async Task There_is_no_approval_form_before_the_decision()
    {
        CaseState state = await Cases().ReceivedAsync(Applicant());
        using HttpResponseMessage answer = await GetAsync(ReportUrls.ApprovalForm(state.Number), ActorRole.Supervisor);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_case_is_not_found()
    {
        using HttpResponseMessage answer = await GetAsync(ReportUrls.VerificationReport("ONB-2026-999999"), ActorRole.Compliance);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(ActorRole.Administrator)]
    [InlineData(null)]
    public async Task Nobody_else_gets_a_report(ActorRole? role)
    {
        PersonData applicant = Applicant();
        CaseState state = await Cases().ReceivedAsync(applicant);
        using HttpResponseMessage answer = await GetAsync(ReportUrls.VerificationReport(state.Number), role);

        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(applicant.FullName);
    }

    private static PersonData Applicant() => Registrations.Person(Random.Shared.Next(1000, 9000));

    private CasesAt Cases() => new(_host.Started());

    private async Task<HttpResponseMessage> GetAsync(string address, ActorRole? role)
    {
        using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _host.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (role is { } known)
        {
            request.Headers.Add("Cookie", await HubClient.CookieAsync(_host, Demo.Account(known)));
        }

        return await client.SendAsync(request);
    }
}
