using AngleSharp.Dom;
using Bunit;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage5FollowUp;

/// <summary>The contacts of a new customer on the page of the case: what each is for, what is said, and what came of it.</summary>
public sealed class FollowUpCardTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_contact_that_is_due_says_what_to_say_and_takes_the_day_that_was_agreed()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        FollowUpStep step = new(3, ContactChannel.WhatsApp, new LocalText("Menanyakan kabar", "Ask how it goes"), new LocalText("**Sapa** pelanggan. <script>alert(1)</script>", "**Greet** the customer."));
        (await core.Get<SaveFollowUpPlanHandler>().HandleAsync(new("INTERNET-RUMAH", 0, new([step])), Staff.Yusuf, Token)).ShouldBeDone();
        CaseState state = await core.Cases.ActiveAsync();
        core.Clock.Advance(TimeSpan.FromDays(4));
        await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
        state = await core.Cases.ClaimAsync(state, Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);

        IElement contact = page.WaitForElement("[data-follow-up-step='1']");
        contact.QuerySelectorAll("script").ShouldBeEmpty();
        contact.QuerySelector(".script strong").ShouldNotBeNull();
        page.FindAll("form[data-follow-up] input[data-day]").ShouldBeEmpty();
        page.Find("[data-reach] a[href^='tel:+62']").ShouldNotBeNull();
        page.FindAll("form[data-follow-up] input[type=radio]")[1].Change(true);
        await page.Find("form[data-follow-up]").SubmitAsync();
        page.WaitForElement("form[data-follow-up] textarea[aria-invalid]");
        page.Find("form[data-follow-up] textarea").Input("Lampu merah menyala.");
        page.Find("form[data-follow-up] input[data-day]").Change("10/12/2026");
        await page.Find("form[data-follow-up]").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll("form[data-follow-up]").ShouldBeEmpty());
        OnboardingCase owner = await core.Cases.LoadAsync(state.CaseId);
        SlaPolicy policy = await core.Get<SlaPolicyProvider>().GetAsync(Token);
        policy.DateAt(owner.FollowUps.Single(item => item.DoneAt is null).DueAt).ShouldBe(new DateOnly(2026, 12, 10));
        owner.LiveConcerns.Single().Concern.ShouldBe(ConcernKind.CustomerProblem);
        page.FindAll("[data-follow-up-step='1']").Count.ShouldBe(2);
        page.Find("[data-concern='CustomerProblem']").TextContent.ShouldContain("Lampu merah menyala.");
    }
}
