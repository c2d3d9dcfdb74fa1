using AngleSharp.Dom;
using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage4Approval;

/// <summary>The supervisor's forms: what the applicant will read is seen before it is sent, and points are written one by one.</summary>
public sealed class DecisionFormsTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_category_brings_its_words_which_can_be_changed_and_are_shown_as_the_applicant_will_read_them()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("button[data-action=Reject]").ClickAsync(new());
        page.WaitForElement("option[value=NOT_COVERED]", Patience);
        string words = (await core.Get<RejectionReasonHandler>().ListAsync(Token)).Single(reason => reason.Code == "NOT_COVERED").TextIndonesian;

        await page.Find("[data-category]").ChangeAsync(new() { Value = "NOT_COVERED" });

        page.Find("[data-reason]").GetAttribute("value").ShouldBe(words);
        page.Find("[data-preview]").TextContent.ShouldBe(words);
        await page.Find("[data-reason]").InputAsync(new() { Value = "Desa Anda belum terjangkau." });
        page.Find("[data-preview]").TextContent.ShouldBe("Desa Anda belum terjangkau.");
        await page.Find("[data-category]").ChangeAsync(new() { Value = "OTHER" });
        page.Find("[data-reason]").GetAttribute("value").ShouldBe("Desa Anda belum terjangkau.", "what was written is not replaced");

        await page.Find("form[data-form=Reject]").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll("form[data-form=Reject]").ShouldBeEmpty(), Patience);
        Decision decision = (await core.Cases.LoadAsync(state.CaseId)).LastRejection.ShouldNotBeNull();
        (decision.Category, decision.Reason).ShouldBe(("OTHER", "Desa Anda belum terjangkau."));
    }

    [Fact]
    public async Task A_rejection_without_a_category_says_at_the_field_what_is_missing()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("button[data-action=Reject]").ClickAsync(new());
        await page.Find("[data-reason]").InputAsync(new() { Value = "Tidak dapat disetujui." });

        await page.Find("form[data-form=Reject]").SubmitAsync();

        page.WaitForAssertion(() => page.Find("[data-category]").GetAttribute("aria-invalid").ShouldBe("true"), Patience);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApproval);
    }

    [Fact]
    public async Task An_empty_rejection_names_both_fields_and_takes_its_words_back_when_somebody_types()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await page.Find("button[data-action=Reject]").ClickAsync(new());
        page.WaitForElement("option[value=OTHER]", Patience);

        await page.Find("form[data-form=Reject]").SubmitAsync();

        page.WaitForAssertion(() => page.Find("[data-reason]").GetAttribute("aria-invalid").ShouldBe("true"), Patience);
        page.Find("[data-category]").GetAttribute("aria-invalid").ShouldBe("true");
        await page.Find("[data-category]").ChangeAsync(new() { Value = "NOT_COVERED" });
        page.FindAll("form[data-form=Reject] [aria-invalid]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_is_sent_back_with_points_and_the_earlier_stage_ticks_them_off()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        await using CaseBench supervisor = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = supervisor.Open(state);
        await page.Find("button[data-action=SendBackToVerification]").ClickAsync(new());
        await page.Find("[data-reason]").InputAsync(new() { Value = "Nomor telepon." });
        await page.Find("[data-add-point]").ClickAsync(new());
        await page.Find("[data-point] select").ChangeAsync(new() { Value = "field:Phone" });
        await page.Find("[data-point] input").InputAsync(new() { Value = "Hubungi sekali lagi" });
        await page.Find("form[data-form=SendBackToVerification]").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("form[data-form=SendBackToVerification]").ShouldBeEmpty(), Patience);

        await core.Cases.ClaimAsync(state, Staff.Dewi);
        await using CaseBench verifier = new(core, Staff.Dewi);
        IRenderedComponent<CasePage> stage = verifier.Open(state);
        IElement point = stage.Find("[data-point=\"1\"]");
        point.TextContent.ShouldContain("Hubungi sekali lagi");
        CaseBench.Blocked(stage).ShouldContain(nameof(CaseAction.CompleteVerification));
        stage.Markup.ShouldContain(DomainTexts.Of(new NotAllowed(RefusalCode.PointsOpen, "1")));

        await stage.Find("[data-point=\"1\"] input").ChangeAsync(new() { Value = true });

        stage.WaitForAssertion(() => stage.Find("[data-point=\"1\"]").GetAttribute("data-done").ShouldBe("true"), Patience);
        CaseBench.Offered(stage).ShouldContain(nameof(CaseAction.CompleteVerification));
    }
}
