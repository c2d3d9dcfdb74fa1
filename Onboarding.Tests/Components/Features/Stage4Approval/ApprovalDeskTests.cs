using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage4Approval;

/// <summary>The supervisor has everything that a decision rests on in one place.</summary>
public sealed class ApprovalDeskTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_data_documents_checks_duplicates_records_and_times_beside_the_decision()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);

        foreach (string section in new[] { CaseSections.Data, CaseSections.Documents, CaseSections.Verification, CaseSections.Duplicates, CaseSections.Record, CaseSections.Storage })
        {
            page.FindAll($".desk #{section}").Count.ShouldBe(1, section);
        }

        page.FindAll("[data-queue]").Select(entry => entry.GetAttribute("data-queue")).ShouldBe(["Intake", "Verification", "Recording", "Storage", "Approval"]);
        page.Find(".decision button[data-action=Approve]").ShouldNotBeNull();
        page.Markup.ShouldContain(CaseText.RiskNone);
    }

    [Fact]
    public async Task Counts_the_evidence_at_a_glance_and_leads_to_it()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.AwaitingApprovalAsync();
        await using CaseBench bench = new(core, Staff.Maya);
        CaseFile file = await bench.ReadAsync(state);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("[data-figure=verification]").TextContent.ShouldContain(CaseText.SummaryOf.With(file.Verification.Required, file.Verification.Required));
        foreach (AngleSharp.Dom.IElement figure in page.FindAll("[data-figure]"))
        {
            figure.GetAttribute("data-tone").ShouldBe("Success", figure.TextContent);
        }

        foreach (AngleSharp.Dom.IElement link in page.FindAll("a[data-figure][href]"))
        {
            page.FindAll($"#{link.GetAttribute("href")!.Split('#')[1]}").Count.ShouldBe(1, link.TextContent);
        }

        page.Find("[data-figure=questions]").HasAttribute("href").ShouldBeFalse("nothing was asked, so there is nothing to lead to");
    }

    [Fact]
    public async Task Who_was_slower_learns_who_decided_and_when_and_finds_the_forms_there()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.AwaitingApprovalAsync();
        await using CaseBench bench = new(core, Staff.Hendra);
        IRenderedComponent<CasePage> page = bench.Open(state);
        page.FindAll("[data-decided]").ShouldBeEmpty();
        state = await core.Cases.ClaimAsync(state, Staff.Maya);
        state = (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeDone();

        bench.Services.GetRequiredService<ChangeFeed>().Publish(new(state.CaseId, state.Number, state.Version, [WorkQueue.Approval]));

        page.WaitForElement(".decision [data-decided=Approved]", Patience).TextContent.ShouldContain(Staff.Maya.Name);
        page.Find(".decision [data-decided=Approved] time").ShouldNotBeNull();
        page.FindAll(".decision [data-issue]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Names_what_asks_to_be_looked_at()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        (await core.Get<CaseWriter>().ActAsync(new(state.CaseId, null), Actor.System("test"), work =>
        {
            work.RaiseConcern(ConcernKind.StoredDocumentDamaged);
            return null;
        }, Token)).ShouldBeDone();
        await using CaseBench bench = new(core, Staff.Maya);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("[data-warning]").GetAttribute("data-warning").ShouldBe(nameof(ApprovalWarning.ConcernOpen));
        page.Markup.ShouldContain(DomainTexts.Of(ApprovalWarning.ConcernOpen));
    }

    [Fact]
    public async Task The_decision_comes_before_the_evidence_and_a_phone_folds_the_evidence_until_it_is_asked_for()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.AwaitingApprovalAsync();
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find(".desk").Children.Select(part => part.ClassName).ShouldBe(["stack glance", "decision", "stack work"]);
        page.FindAll(".glance [data-folds], .decision [data-folds]").ShouldBeEmpty();
        page.FindAll(".work > .card, .work > div > .card").ShouldAllBe(card => card.HasAttribute("data-folds") && !card.HasAttribute("data-open"));
        page.Find("#data .fold").GetAttribute("aria-expanded").ShouldBe("false");

        await page.Find("#data .fold").ClickAsync(new());
        page.Find("#data .card").HasAttribute("data-open").ShouldBeTrue();
        await page.Find("#data .fold").ClickAsync(new());
        page.Find("#data .card").HasAttribute("data-open").ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_comes_for_one_part_of_the_evidence_finds_that_part_open()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.AwaitingApprovalAsync();
        await using CaseBench bench = new(core, Staff.Maya);
        bench.Services.GetRequiredService<NavigationManager>().NavigateTo(CaseUrls.Of(state.Number, CaseSections.Verification));

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.Find("#verification .card").HasAttribute("data-open").ShouldBeTrue();
        page.Find("#documents .card").HasAttribute("data-open").ShouldBeFalse();
    }

    [Fact]
    public async Task Says_when_a_failed_activation_is_tried_again()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        state = (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeDone();
        OutboxQueue outbox = core.Get<OutboxQueue>();
        LeasedMessage message;
        while ((message = (await outbox.TakeAsync(1, TimeSpan.FromSeconds(5), Token)).Single()).Kind != OutboxKind.ActivateService)
        {
            await outbox.FinishAsync(message, Token);
        }

        await outbox.FailAsync(message, "Http500", Token);
        await using CaseBench bench = new(core, Staff.Maya);

        IRenderedComponent<CasePage> page = bench.Open(state);

        page.WaitForElement("[data-next-attempt] time", Patience);
        page.Find("[data-next-attempt]").TextContent.ShouldContain("1");
    }

    [Fact]
    public async Task Others_keep_their_own_page()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        await using CaseBench bench = new(core, Staff.Ratna);

        bench.Open(await core.Cases.AwaitingApprovalAsync()).FindAll(".desk").ShouldBeEmpty();
    }
}
