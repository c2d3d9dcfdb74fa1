using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Viewing;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Cases;

/// <summary>A page goes to the person who opened the document, and to nobody else, signed in or not.</summary>
public sealed class DocumentPageEndpointTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private readonly PortalHost _host = portal.Host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_opened_it_gets_the_page_inline_and_neither_kept_nor_run()
    {
        (string address, _) = await OpenedByAsync(ActorRole.Administration);
        using HttpResponseMessage answer = await GetAsync(address, ActorRole.Administration);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Registrations.Picture().ToArray());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [Theory]
    [InlineData(ActorRole.CustomerService)]
    [InlineData(ActorRole.InformationTechnology)]
    [InlineData(ActorRole.Supervisor)]
    [InlineData(ActorRole.Compliance)]
    [InlineData(ActorRole.Administrator)]
    public async Task Everybody_else_finds_nothing_there(ActorRole other)
    {
        (string address, _) = await OpenedByAsync(ActorRole.Administration);
        using HttpResponseMessage answer = await GetAsync(address, other);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_without_an_account_gets_a_page()
    {
        (string address, _) = await OpenedByAsync(ActorRole.Administration);
        using HttpResponseMessage answer = await GetAsync(address, role: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guessed_opening_and_a_page_that_is_not_there_are_not_found()
    {
        (_, string number) = await OpenedByAsync(ActorRole.Administration);
        using HttpResponseMessage guessed = await GetAsync(CaseUrls.Page(number, new string('A', 43), 1, isFine: false), ActorRole.Administration);
        guessed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Opened by the very person whose cookie asks: the trail names the account.
    private async Task<(string Address, string Number)> OpenedByAsync(ActorRole role)
    {
        CasesAt cases = new(_host.Started());
        CaseState state = await cases.ReceivedAsync(Registrations.Person(Random.Shared.Next(1000, 9000)));
        CaseDocument document = (await cases.LoadAsync(state.CaseId)).Documents[0];
        (await GetAsync(CaseUrls.Document(state.Number, document.Id), role)).Dispose();
        CaseFile file = (await _host.Services.GetRequiredService<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone();
        Actor person = new(file.Timeline[0].ActorId, file.Timeline[0].ActorName, new HashSet<ActorRole> { role }, "portal");
        DocumentView view = (await _host.Services.GetRequiredService<ViewDocumentHandler>().HandleAsync(new(state.Number, document.Id), person, Token)).ShouldBeDone();
        return (CaseUrls.Page(state.Number, view.Token, 1, isFine: false), state.Number);
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
