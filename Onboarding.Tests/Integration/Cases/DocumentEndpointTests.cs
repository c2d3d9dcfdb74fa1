using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Cases;

/// <summary>Documents go to the five teams alone, each opening leaves a trace, and nothing of it is kept or run by a browser.</summary>
public sealed class DocumentEndpointTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private readonly PortalHost _host = portal.Host;

    [Theory]
    [InlineData(ActorRole.CustomerService)]
    [InlineData(ActorRole.Administration)]
    [InlineData(ActorRole.InformationTechnology)]
    [InlineData(ActorRole.Supervisor)]
    [InlineData(ActorRole.Compliance)]
    public async Task Everybody_with_a_part_in_the_process_can_open_a_document(ActorRole role)
    {
        CaseDocument document = await DocumentAsync();
        using HttpResponseMessage answer = await GetAsync(document, role);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Registrations.Picture().ToArray());
    }

    [Fact]
    public async Task A_document_is_shown_inline_and_neither_kept_nor_run()
    {
        using HttpResponseMessage answer = await GetAsync(await DocumentAsync(), ActorRole.Administration);

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["SAMEORIGIN"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
    }

    [Fact]
    public async Task A_saved_copy_is_named_after_the_case_and_never_as_the_applicant_named_it()
    {
        (CaseDocument document, string number) = await AnyAsync();
        using HttpResponseMessage answer = await GetAsync(document, ActorRole.Administration);

        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"{number}-{DomainTexts.Of(document.Kind)}-1.1.png");
        answer.Content.Headers.ContentDisposition.ToString().ShouldNotContain(document.FileName);
    }

    [Fact]
    public async Task Each_opening_is_written_to_the_audit_trail_with_the_person()
    {
        (CaseDocument document, string number) = await AnyAsync();
        (await GetAsync(document, ActorRole.Compliance)).Dispose();

        CaseFile file = (await _host.Services.GetRequiredService<CaseFileReader>().ReadAsync(number, Staff.Ratna, TestContext.Current.CancellationToken)).ShouldBeDone();
        file.Timeline[0].Action.ShouldBe(AuditWords.DocumentOpened);
        file.Timeline[0].ActorName.ShouldBe(Demo.Account(ActorRole.Compliance).DisplayName);
    }

    [Fact]
    public async Task An_administrator_cannot_tell_that_there_is_a_document()
    {
        using HttpResponseMessage answer = await GetAsync(await DocumentAsync(), ActorRole.Administrator);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_document_is_not_found_under_another_case()
    {
        CaseDocument document = await DocumentAsync();
        using HttpResponseMessage answer = await GetAsync(CaseUrls.Document("ONB-2026-999999", document.Id), ActorRole.Administration);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_without_an_account_gets_a_document()
    {
        (CaseDocument document, string number) = await AnyAsync();
        using HttpResponseMessage answer = await GetAsync(CaseUrls.Document(number, document.Id), role: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    private async Task<CaseDocument> DocumentAsync() => (await AnyAsync()).Document;

    private async Task<(CaseDocument Document, string Number)> AnyAsync()
    {
        CasesAt cases = new(_host.Started());
        CaseState state = await cases.ReceivedAsync(Registrations.Person(Random.Shared.Next(1000, 9000)));
        return ((await cases.LoadAsync(state.CaseId)).Documents[0], state.Number);
    }

    private async Task<HttpResponseMessage> GetAsync(CaseDocument document, ActorRole role)
    {
        OnboardingCase owner = await new CasesAt(_host.Services).LoadAsync(document.CaseId);
        return await GetAsync(CaseUrls.Document(owner.Number, document.Id), role);
    }

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
