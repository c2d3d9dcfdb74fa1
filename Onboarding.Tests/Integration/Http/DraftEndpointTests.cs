using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Drafts;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Http;

/// <summary>Where a cut-off browser hands over what was typed: into the own draft, and nowhere else.</summary>
public sealed class DraftEndpointTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private static readonly Uri Address = new("/drafts", UriKind.Relative);

    [Fact]
    public async Task Words_go_into_the_draft_of_who_is_signed_in()
    {
        CaseState state = await new CasesAt(demo.Host.Started()).ReceivedAsync();
        using PortalVisitor sari = await SignInAsync(ActorRole.CustomerService);
        using PortalVisitor budi = await SignInAsync(ActorRole.Administration);

        (await PostAsync(sari, Handed(state.Number, "Punya Sari."))).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(budi, Handed(state.Number, "Punya Budi."))).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(sari, Handed(state.Number, "Punya Sari, lanjut."))).ShouldBe(HttpStatusCode.NoContent);

        (await TextsAsync(state, ActorRole.CustomerService)).ShouldBe(["Punya Sari, lanjut."]);
        (await TextsAsync(state, ActorRole.Administration)).ShouldBe(["Punya Budi."]);
    }

    [Fact]
    public async Task Nobody_else_gets_in_and_nothing_else_is_taken()
    {
        CaseState state = await new CasesAt(demo.Host.Started()).ReceivedAsync();
        using PortalVisitor stranger = new(demo.Host);
        using PortalVisitor administrator = await SignInAsync(ActorRole.Administrator);
        using PortalVisitor sari = await SignInAsync(ActorRole.CustomerService);

        (await PostAsync(stranger, Handed(state.Number, "x"))).ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
        (await PostAsync(administrator, Handed(state.Number, "x"))).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(sari, Handed("ONB-0000-000000", "x"))).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(sari, new { kind = "Partner", number = state.Number, form = "Reject", texts = new { Text = "x" } })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(sari, new { kind = "Case", number = state.Number, form = "Reject", texts = new { } })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(sari, Handed(state.Number, new string('x', FormContent.MaxLength)))).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(sari, Handed(state.Number, new string('x', 5 * FormContent.MaxLength)))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using FormUrlEncodedContent form = new([new("kind", "Case"), new("number", state.Number), new("form", "Reject")]);
        using HttpResponseMessage foreign = await sari.Client.PostAsync(Address, form, TestContext.Current.CancellationToken);
        foreign.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);

        (await TextsAsync(state, ActorRole.CustomerService)).ShouldBeEmpty();
    }

    private static object Handed(string number, string text) => new { kind = "Case", number, form = "CancelRegistration", texts = new { Text = text } };

    private static async Task<HttpStatusCode> PostAsync(PortalVisitor visitor, object body)
    {
        using HttpResponseMessage answer = await visitor.Client.PostAsJsonAsync(Address, body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<PortalVisitor> SignInAsync(ActorRole role)
    {
        PortalVisitor visitor = new(demo.Host);
        using HttpResponseMessage signedIn = await visitor.SignInAsync(Demo.Account(role).UserName, DemoAccounts.Password);
        return visitor;
    }

    private async Task<IReadOnlyList<string>> TextsAsync(CaseState state, ActorRole role)
    {
        IServiceProvider services = demo.Host.Started();
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        StaffRow row = (await scope.ServiceProvider.GetRequiredService<StaffDirectory>().ListAsync(TestContext.Current.CancellationToken))
            .Single(person => person.UserName == Demo.Account(role).UserName);
        return [.. (await services.GetRequiredService<FormDraftReader>().ReadAsync(DraftSubject.Case(state.Number), Staff.Person(row.Id, row.DisplayName, role), TestContext.Current.CancellationToken))
            .SelectMany(draft => draft.Content.Texts.Values)];
    }
}
