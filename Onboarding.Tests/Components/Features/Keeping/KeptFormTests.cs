using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Drafts;
using Onboarding.Core.Queues;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Live;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Keeping;

/// <summary>A form is bound to the case and the person, not to the page: closing it loses nothing.</summary>
public sealed class KeptFormTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private const string Reason = "Pendaftaran ganda.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_stands_open_again_on_the_next_page_of_the_same_person()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await TypeReasonAsync(core, state);

        await using CaseBench later = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = later.Open(state);

        page.Find("form[data-form=CancelRegistration] textarea").GetAttribute("value").ShouldBe(Reason);
        page.Find("[data-kept-form=CancelRegistration]").GetAttribute("data-kept-state").ShouldBe(nameof(DraftState.Restored));
        page.FindAll("[data-kept-waiting]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaving_keeps_what_was_typed_last_and_then_names_the_form_as_kept()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        FormKeeping keeping = bench.Services.GetRequiredService<FormKeeping>();
        await page.Find("button[data-action=CancelRegistration]").ClickAsync(new());
        (await page.InvokeAsync(keeping.KeepAllAsync)).ShouldBeEmpty();

        await page.Find("form[data-form=CancelRegistration] textarea").InputAsync(new() { Value = Reason });
        page.Find("[data-kept-form=CancelRegistration]").HasAttribute("data-kept-pending").ShouldBeTrue();
        (await page.InvokeAsync(keeping.KeepAllAsync)).ShouldBe([nameof(CaseAction.CancelRegistration)]);

        (await DraftsAsync(core, state, Staff.Sari)).Count.ShouldBe(1);
        page.WaitForAssertion(() => page.Find("[data-kept-form=CancelRegistration]").HasAttribute("data-kept-pending").ShouldBeFalse(), Patience);
    }

    [Fact]
    public async Task The_means_of_an_explanation_come_back_with_the_remark()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await using (CaseBench bench = new(core, Staff.Sari))
        {
            IRenderedComponent<CasePage> page = bench.Open(state);
            await page.Find(".means select").ChangeAsync(new() { Value = nameof(ExplanationMeans.WhatsApp) });
            page.WaitForElement("[data-kept-state=Saved]", Patience);
        }

        await using CaseBench later = new(core, Staff.Sari);
        later.Open(state).Find(".means select").GetAttribute("value").ShouldBe(nameof(ExplanationMeans.WhatsApp));
    }

    [Fact]
    public async Task What_was_sent_or_given_up_is_forgotten()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await TypeReasonAsync(core, state);
        await using CaseBench later = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = later.Open(state);

        await page.Find("form[data-form=CancelRegistration] button[type=button]:not([data-discard-draft])").ClickAsync(new());

        page.WaitForAssertion(() => page.FindAll("form[data-form=CancelRegistration]").ShouldBeEmpty(), Patience);
        (await DraftsAsync(core, state, Staff.Sari)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Discarding_the_draft_empties_the_form_and_it_stays()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await TypeReasonAsync(core, state);
        await using CaseBench later = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = later.Open(state);

        await page.Find("[data-discard-draft]").ClickAsync(new());

        page.WaitForAssertion(() => page.Find("form[data-form=CancelRegistration] textarea").GetAttribute("value").ShouldBeNullOrEmpty(), Patience);
        (await DraftsAsync(core, state, Staff.Sari)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_colleague_works_on_it_now_the_first_person_reads_it_and_the_colleague_does_not()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await TypeReasonAsync(core, state);
        WorkItem item = (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!;
        (await core.Get<WorkItemHandler>().AssignAsync(item.Id, Staff.Bayu, Staff.Maya, Token)).ShouldBeDone();

        await using CaseBench first = new(core, Staff.Sari);
        IRenderedComponent<CasePage> own = first.Open(state);
        own.FindAll("form[data-form=CancelRegistration]").ShouldBeEmpty();
        own.Find("[data-waiting=CancelRegistration]").TextContent.ShouldContain(Reason);

        await using CaseBench second = new(core, Staff.Bayu);
        IRenderedComponent<CasePage> next = second.Open(state);
        next.FindAll("[data-kept-waiting]").ShouldBeEmpty();
        next.Markup.ShouldNotContain(Reason);

        await own.Find("[data-drop-draft]").ClickAsync(new());
        own.WaitForAssertion(() => own.FindAll("[data-kept-waiting]").ShouldBeEmpty(), Patience);
        (await DraftsAsync(core, state, Staff.Sari)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_remark_in_the_checklist_outlives_a_hold()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("#checklist .tick [data-kept=Remark]").InputAsync(new() { Value = Reason });

        state = (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "Pemeriksaan."), Staff.Ratna, Token)).ShouldBeDone();
        bench.Services.GetRequiredService<ChangeFeed>().Publish(new CaseChange(state.CaseId, state.Number, state.Version, [WorkQueue.Intake]));

        page.WaitForElement("#checklist fieldset[disabled] .tick", Patience);
        page.Find("#checklist .tick [data-kept=Remark]").GetAttribute("value").ShouldBe(Reason);
        page.WaitForElement("#checklist [data-kept-state=Saved]", Patience);
        (await DraftsAsync(core, state, Staff.Sari)).ShouldHaveSingleItem().Content.Texts["Remark"].ShouldBe(Reason);
    }

    [Fact]
    public async Task A_second_window_is_told_and_can_take_what_the_first_one_has()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("button[data-action=CancelRegistration]").ClickAsync(new());
        await TypeReasonAsync(core, state);

        await page.Find("form[data-form=CancelRegistration] textarea").InputAsync(new() { Value = "Lain." });

        page.WaitForElement("[data-take-other]", Patience);
        (await DraftsAsync(core, state, Staff.Sari)).ShouldHaveSingleItem().Content.Texts["Text"].ShouldBe(Reason);
        await page.Find("[data-take-other]").ClickAsync(new());
        page.WaitForAssertion(() => page.Find("form[data-form=CancelRegistration] textarea").GetAttribute("value").ShouldBe(Reason), Patience);
    }

    [Fact]
    public async Task A_correction_and_a_request_come_back_field_by_field()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(8731)), Staff.Sari);
        await using (CaseBench bench = new(core, Staff.Sari))
        {
            IRenderedComponent<CasePage> page = bench.Open(state);
            await page.Find("[data-edit]").ClickAsync(new());
            page.WaitForElement("form[data-form=EditData]", Patience);
            await page.Find("form[data-form=EditData] input[type=email]").ChangeAsync(new() { Value = "baru@contoh.example" });
            await page.Find("[data-compose]").ClickAsync(new());
            await page.Find("[data-add]").ClickAsync(new());
            await page.Find("form[data-form=AskApplicant] .items textarea").InputAsync(new() { Value = Reason });
            page.WaitForAssertion(() => page.FindAll("[data-kept-state=Saved]").Count.ShouldBe(2), Patience);
        }

        await using CaseBench later = new(core, Staff.Sari);
        IRenderedComponent<CasePage> again = later.Open(state);

        again.WaitForElement("form[data-form=EditData]", Patience);
        again.Find("form[data-form=EditData] input[type=email]").GetAttribute("value").ShouldBe("baru@contoh.example");
        again.Find("form[data-form=AskApplicant] .items textarea").GetAttribute("value").ShouldBe(Reason);
        (await DraftsAsync(core, state, Staff.Sari)).Single(draft => draft.Form == nameof(CaseAction.EditData)).Content.Texts.Keys.ShouldBe(["Email"]);
    }

    private static async Task TypeReasonAsync(CoreHost core, CaseState state)
    {
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("button[data-action=CancelRegistration]").ClickAsync(new());
        await page.Find("form[data-form=CancelRegistration] textarea").InputAsync(new() { Value = Reason });
        page.WaitForElement("[data-kept-form=CancelRegistration][data-kept-state=Saved]", Patience);
    }

    private static Task<IReadOnlyList<KeptDraft>> DraftsAsync(CoreHost core, CaseState state, Actor actor) =>
        core.Get<FormDraftReader>().ReadAsync(DraftSubject.Case(state.Number), actor, Token);
}
