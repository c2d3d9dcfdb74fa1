using AngleSharp.Dom;
using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage4Approval;
using Onboarding.Tests.Components.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage4Approval;

/// <summary>Several cases in one go: only what the core lets through can be chosen, and each gets its own answer.</summary>
public sealed class ApprovalsPageTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cases_without_warnings_are_chosen_and_approved_and_the_others_say_why_not()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        CaseState[] clean = [await core.Cases.AwaitingApprovalAsync(), await core.Cases.AwaitingApprovalAsync()];
        CaseState worried = await WorriedAsync(core);
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<ApprovalsPage> page = Open(bench, 3);

        Row(page, worried).QuerySelector("input")!.HasAttribute("disabled").ShouldBeTrue();
        Row(page, worried).TextContent.ShouldContain(DomainTexts.Of(ApprovalWarning.ConcernOpen));
        page.Find("[data-approve-chosen]").HasAttribute("disabled").ShouldBeTrue();
        await page.Find("[data-choose-all]").ClickAsync(new());
        page.Find("[data-approve-chosen]").TextContent.ShouldContain("2");
        await page.Find("[data-approve-chosen]").ClickAsync(new());

        page.WaitForAssertion(() => page.FindAll("[data-result=done]").Count.ShouldBe(2), Patience);
        page.WaitForAssertion(() => page.FindAll("[data-approval]").Select(row => row.GetAttribute("data-approval")).ShouldBe([worried.Number]), Patience);
        foreach (CaseState state in clean)
        {
            (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Activating);
        }
    }

    [Fact]
    public async Task A_case_that_was_decided_meanwhile_is_named_with_its_reason_and_the_others_go_on()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        CaseState taken = await core.Cases.AwaitingApprovalAsync();
        CaseState free = await core.Cases.AwaitingApprovalAsync();
        await using CaseBench bench = new(core, Staff.Maya);
        IRenderedComponent<ApprovalsPage> page = Open(bench, 2);
        await page.Find("[data-choose-all]").ClickAsync(new());
        await core.Cases.ClaimAsync(taken, Staff.Hendra);

        await page.Find("[data-approve-chosen]").ClickAsync(new());

        page.WaitForAssertion(() => page.FindAll("[data-result]").Select(entry => entry.GetAttribute("data-result")).ShouldBe([nameof(RefusalCode.WorkedByAnother), "done"], ignoreOrder: true), Patience);
        page.Find("[data-result=WorkedByAnother]").TextContent.ShouldContain(Staff.Hendra.Name);
        (await core.Cases.LoadAsync(free.CaseId)).Status.ShouldBe(CaseStatus.Activating);
    }

    [Fact]
    public async Task A_row_names_its_product_and_a_colleagues_claim_without_telling_a_supervisor_to_ask_a_supervisor()
    {
        CoreHost core = await hosts.FreshAsync(DatabaseKind.Sqlite);
        CaseState taken = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Hendra);
        string code = (await core.Cases.LoadAsync(taken.CaseId)).ProductCode;
        Product product = (await core.Get<ProductReader>().AllAsync(Token)).Single(entry => entry.Code == code);
        await using CaseBench bench = new(core, Staff.Maya);

        IElement row = Row(Open(bench, 1), taken);

        row.TextContent.ShouldContain(product.NameIndonesian);
        row.TextContent.ShouldContain(Staff.Hendra.Name);
        row.QuerySelector("[data-refused=WorkedByAnother]")!.TextContent.ShouldBe(ApprovalText.TakenByColleague);
    }

    private static IRenderedComponent<ApprovalsPage> Open(CaseBench bench, int rows)
    {
        IRenderedComponent<ApprovalsPage> page = bench.Render<ApprovalsPage>();
        page.WaitForAssertion(() => page.FindAll("[data-approval]").Count.ShouldBe(rows), Patience);
        return page;
    }

    private static IElement Row(IRenderedComponent<ApprovalsPage> page, CaseState state) => page.Find($"[data-approval='{state.Number}']");

    private static async Task<CaseState> WorriedAsync(CoreHost core)
    {
        CaseState state = await core.Cases.AwaitingApprovalAsync();
        return (await core.Get<CaseWriter>().ActAsync(new(state.CaseId, null), Actor.System("test"), work =>
        {
            work.RaiseConcern(ConcernKind.StoredDocumentDamaged);
            return null;
        }, Token)).ShouldBeDone();
    }
}
