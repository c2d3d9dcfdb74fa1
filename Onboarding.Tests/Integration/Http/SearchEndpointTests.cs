using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

/// <summary>What the palette asks: open work and customers by name, as far as the person may see them, with nothing personal in the address.</summary>
public sealed class SearchEndpointTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private static readonly Uri Address = new("/search", UriKind.Relative);

    [Fact]
    public async Task Work_is_found_by_the_name_of_the_applicant_by_those_who_see_it()
    {
        CasesAt cases = new(demo.Host.Started());
        CaseState state = await cases.ReceivedAsync();
        string name = (await cases.LoadAsync(state.CaseId)).ApplicantName;
        using PortalVisitor sari = await SignInAsync(ActorRole.CustomerService);
        using PortalVisitor agus = await SignInAsync(ActorRole.InformationTechnology);

        (await FindAsync(sari, name)).ShouldContain(state.Number);
        (await FindAsync(agus, name)).ShouldNotContain(state.Number);
    }

    [Fact]
    public async Task Administrators_and_strangers_find_nobody()
    {
        CasesAt cases = new(demo.Host.Started());
        CaseState state = await cases.ReceivedAsync();
        string name = (await cases.LoadAsync(state.CaseId)).ApplicantName;
        using PortalVisitor administrator = await SignInAsync(ActorRole.Administrator);
        using PortalVisitor stranger = new(demo.Host);

        (await FindAsync(administrator, name)).ShouldBeEmpty();
        (await PostAsync(stranger, new { text = name })).ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Too_little_and_too_much_is_refused_and_forms_of_other_sites_are_not_taken()
    {
        using PortalVisitor sari = await SignInAsync(ActorRole.CustomerService);

        (await PostAsync(sari, new { text = "a" })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(sari, new { text = new string('a', 101) })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(sari, new { text = new string('a', 3_000) })).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(sari, new { text = "%' OR 1=1 -- \"\\" })).ShouldBe(HttpStatusCode.OK);
        using FormUrlEncodedContent form = new([new("text", "sari")]);
        using HttpResponseMessage foreign = await sari.Client.PostAsync(Address, form, TestContext.Current.CancellationToken);
        foreign.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task<HttpStatusCode> PostAsync(PortalVisitor visitor, object body)
    {
        using HttpResponseMessage answer = await visitor.Client.PostAsJsonAsync(Address, body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> FindAsync(PortalVisitor visitor, string text)
    {
        using HttpResponseMessage answer = await visitor.Client.PostAsJsonAsync(Address, new { text }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using JsonDocument found = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. found.RootElement.EnumerateArray().Select(entry => entry.GetProperty("number").GetString()!)];
    }

    private async Task<PortalVisitor> SignInAsync(ActorRole role)
    {
        PortalVisitor visitor = new(demo.Host);
        using HttpResponseMessage signedIn = await visitor.SignInAsync(Demo.Account(role).UserName, DemoAccounts.Password);
        return visitor;
    }
}
