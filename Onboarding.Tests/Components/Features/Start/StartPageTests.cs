using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Customers;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Start;
using Onboarding.Tests.Components.Features.Customers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Start;

/// <summary>The first page of the staff: a mention is seen there by whom it is for.</summary>
public sealed class StartPageTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mention_is_shown_with_its_customer_to_the_person_it_is_for()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        CustomerFile file = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync()).CaseId);
        (await core.Get<AddInteractionHandler>().HandleAsync(
            new(new CustomerTarget(file.Customer.Id, null), InteractionKind.Note, "Tolong dicek @Hendra", [new MentionedStaff(Staff.Hendra.Id, Staff.Hendra.Name)]), Staff.Sari, Token)).ShouldBeDone();

        AngleSharp.Dom.IElement mention = Open(core, Staff.Hendra).Find($"[data-mention='{file.Customer.Number}']");

        mention.QuerySelector("a")!.GetAttribute("href").ShouldBe(CustomerUrls.Of(file.Customer.Number));
        mention.TextContent.ShouldContain("Tolong dicek @Hendra");
        mention.TextContent.ShouldContain(Staff.Sari.Name);
        Open(core, Staff.Maya).FindAll("[data-mention]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mention_arrives_while_the_page_is_open_and_is_marked_until_it_was_seen()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        CustomerFile file = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync()).CaseId);
        RegisterBench bench = new(core, Staff.Hendra);
        IRenderedComponent<StartPage> page = Open(bench);
        page.FindAll("[data-mention]").ShouldBeEmpty();
        core.Changes.Clear();

        (await core.Get<AddInteractionHandler>().HandleAsync(
            new(new CustomerTarget(file.Customer.Id, null), InteractionKind.Note, "Tolong dicek", [new MentionedStaff(Staff.Hendra.Id, Staff.Hendra.Name)]), Staff.Sari, Token)).ShouldBeDone();
        bench.PublishAll();

        page.WaitForElement("[data-mention][data-unseen] [data-seen]", TimeSpan.FromSeconds(10));
        await page.Find("[data-seen]").ClickAsync(new());
        bench.PublishAll();
        page.WaitForAssertion(() => page.FindAll("[data-unseen]").ShouldBeEmpty(), TimeSpan.FromSeconds(10));
        page.FindAll("[data-mention]").Count.ShouldBe(1);
    }

    private static IRenderedComponent<StartPage> Open(CoreHost core, Actor person) => Open(new RegisterBench(core, person));

    private static IRenderedComponent<StartPage> Open(RegisterBench bench)
    {
        bench.Services.AddSingleton<IAuthorizationService>(new NoArea());
        Task<AuthenticationState> state = bench.Services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync();
        IRenderedComponent<StartPage> page = bench.Render<StartPage>(parameters => parameters.AddCascadingValue(state));
        page.WaitForElement("h1", TimeSpan.FromSeconds(10));
        return page;
    }

    private sealed class NoArea : IAuthorizationService
    {
        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, IEnumerable<IAuthorizationRequirement> requirements) => Task.FromResult(AuthorizationResult.Failed());

        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, string policyName) => Task.FromResult(AuthorizationResult.Failed());
    }
}
