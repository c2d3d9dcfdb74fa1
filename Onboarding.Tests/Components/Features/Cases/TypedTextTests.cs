using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>What somebody typed is theirs until it was saved, whatever happens to the case meanwhile.</summary>
public sealed class TypedTextTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Reason = "Pendaftaran ganda.";

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_is_told_in_words_and_the_form_stays()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);

        await page.Find("button[data-action=CancelRegistration]").ClickAsync(new());
        await page.Find("form[data-form=CancelRegistration]").SubmitAsync();

        page.WaitForAssertion(() => page.Markup.ShouldContain(DomainTexts.Of(new NotAllowed(RefusalCode.ReasonRequired))));
        page.Find("form[data-form=CancelRegistration]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_named_and_the_text_can_be_sent_after_it()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("button[data-action=CancelRegistration]").ClickAsync(new());
        await page.Find("form textarea").InputAsync(new() { Value = Reason });

        // Compliance looked into the case and let it go on, without this page hearing of it.
        HoldCaseHandler holds = core.Get<HoldCaseHandler>();
        state = (await holds.PlaceAsync(new(CasesAt.Target(state), "Pemeriksaan."), Staff.Ratna, Token)).ShouldBeDone();
        (await holds.ReleaseAsync(new(CasesAt.Target(state), "Selesai."), Staff.Ratna, Token)).ShouldBeDone();
        await page.Find("form[data-form=CancelRegistration]").SubmitAsync();

        page.WaitForElement("[data-take]");
        page.Markup.ShouldContain(Staff.Ratna.Name);
        page.Find("form textarea").GetAttribute("value").ShouldBe(Reason);
        (await bench.ReadAsync(state)).Case.Status.ShouldBe(CaseStatus.Received);

        await page.Find("[data-take]").ClickAsync(new());
        await page.Find("form[data-form=CancelRegistration]").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll("form[data-form=CancelRegistration]").ShouldBeEmpty());
        CaseFile file = await bench.ReadAsync(state);
        file.Case.Status.ShouldBe(CaseStatus.Cancelled);
        file.Timeline[0].Reason.ShouldBe(Reason);
    }

    [Fact]
    public async Task A_page_that_hears_of_a_change_shows_it_beside_what_is_being_typed()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("button[data-action=CancelRegistration]").ClickAsync(new());
        await page.Find("form textarea").InputAsync(new() { Value = Reason });

        state = (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "Pemeriksaan."), Staff.Ratna, Token)).ShouldBeDone();
        FeedOf(bench).Publish(new CaseChange(state.CaseId, state.Number, state.Version, [WorkQueue.Intake]));

        page.WaitForElement("[data-take]", TimeSpan.FromSeconds(10));
        page.Markup.ShouldContain(CaseText.HoldTitle);
        page.Find("form textarea").GetAttribute("value").ShouldBe(Reason);
    }

    [Fact]
    public async Task A_hold_switches_the_forms_off_and_gives_them_back_as_they_were_left()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(Registrations.Person(8541)), Staff.Dewi);
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("[data-check-form] [data-write]").InputAsync(new() { Value = Reason });
        await page.Find("[data-ask=FullName]").ClickAsync(new());
        await page.Find("form[data-form=AskClarification] .items textarea").InputAsync(new() { Value = Reason });

        HoldCaseHandler holds = core.Get<HoldCaseHandler>();
        state = (await holds.PlaceAsync(new(CasesAt.Target(state), "Pemeriksaan."), Staff.Ratna, Token)).ShouldBeDone();
        FeedOf(bench).Publish(new CaseChange(state.CaseId, state.Number, state.Version, [WorkQueue.Verification]));

        page.WaitForElement("[data-hold] [role=alert]", TimeSpan.FromSeconds(10));
        page.FindAll("[data-held][disabled]").Count.ShouldBe(2);
        Typed(page).ShouldBe([Reason, Reason]);

        state = (await holds.ReleaseAsync(new(CasesAt.Target(state), "Selesai."), Staff.Ratna, Token)).ShouldBeDone();
        FeedOf(bench).Publish(new CaseChange(state.CaseId, state.Number, state.Version, [WorkQueue.Verification]));

        page.WaitForAssertion(() => page.FindAll("[data-hold], [data-held]").ShouldBeEmpty(), TimeSpan.FromSeconds(10));
        Typed(page).ShouldBe([Reason, Reason]);
    }

    [Fact]
    public async Task Somebody_whose_task_is_given_to_another_is_told_so()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(Registrations.Person(8542)), Staff.Dewi);
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);
        page.FindAll("[data-taken]").ShouldBeEmpty();

        state = (await core.Get<WorkItemHandler>().AssignAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), Staff.Agus, Staff.Maya, Token)).ShouldBeDone();
        FeedOf(bench).Publish(new CaseChange(state.CaseId, state.Number, state.Version, [WorkQueue.Verification]));

        page.WaitForElement("[data-taken] [role=alert]", TimeSpan.FromSeconds(10)).TextContent.ShouldContain(CaseText.TakenTitle.With(Staff.Agus.Name));
        page.FindAll("[data-blocked-more]").Count.ShouldBe(1, "one reason blocks everything, and the names are folded");

        state = (await core.Get<WorkItemHandler>().AssignAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), Staff.Dewi, Staff.Maya, Token)).ShouldBeDone();
        FeedOf(bench).Publish(new CaseChange(state.CaseId, state.Number, state.Version, [WorkQueue.Verification]));
        page.WaitForAssertion(() => page.FindAll("[data-taken]").ShouldBeEmpty(), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Nobody_is_told_what_they_did_themselves()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(Registrations.Person(8543)), Staff.Dewi);
        await using CaseBench bench = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> page = bench.Open(state);

        await page.Find("[data-work-item=Release]").ClickAsync(new());

        page.WaitForElement("[data-work-item=Claim]", TimeSpan.FromSeconds(10));
        page.FindAll("[data-taken]").ShouldBeEmpty();
    }

    private static string?[] Typed(IRenderedComponent<CasePage> page) =>
        [.. page.FindAll("[data-check-form] [data-write], form[data-form=AskClarification] .items textarea").Select(field => field.GetAttribute("value"))];

    private static ChangeFeed FeedOf(CaseBench bench) => bench.Services.GetRequiredService<ChangeFeed>();
}
