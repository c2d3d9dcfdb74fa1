using AngleSharp.Dom;
using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases.Viewing;

/// <summary>The viewer on the page of a case: one opening for each document, and how it is looked at stays.</summary>
public sealed class DocumentViewerTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_keeps_its_turn_and_its_opening_while_another_is_looked_at()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await WithTwoVersionsAsync(core);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await ShowAsync(page, 0);
        string address = Picture(page);

        await Tool(page, "r").ClickAsync();
        await Tool(page, "]").ClickAsync();
        page.WaitForAssertion(() => Picture(page).ShouldNotBe(address));
        await Tool(page, "[").ClickAsync();

        page.WaitForAssertion(() => Picture(page).ShouldBe(address, "coming back is no other opening"));
        Tool(page, "x").HasAttribute("disabled").ShouldBeFalse("it is still turned");
        CaseFile file = await bench.ReadAsync(state);
        file.Timeline.Count(entry => entry.Action == AuditWords.DocumentOpened).ShouldBe(2);

        await Tool(page, "x").ClickAsync();
        Tool(page, "x").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Two_versions_stand_side_by_side_and_the_older_one_is_proposed()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await WithTwoVersionsAsync(core);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await ShowAsync(page, 0);

        await Tool(page, "c").ClickAsync();

        page.WaitForAssertion(() => page.FindAll("[data-pane] img").Count.ShouldBe(2));
        List<CaseDocument> cards = [.. (await core.Cases.LoadAsync(state.CaseId)).Documents.Where(document => document.Kind == DocumentKind.IdentityCard).OrderBy(document => document.Version)];
        page.FindAll("[data-pane]").Select(pane => Guid.Parse(pane.GetAttribute("data-pane")!)).ShouldBe(cards.Select(card => card.Id));

        await Tool(page, "c").ClickAsync();
        page.FindAll("[data-pane]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_list_and_the_viewer_say_which_version_and_which_part_of_how_many()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await WithTwoVersionsAsync(core);
        state = (await core.Get<AddDocumentHandler>().HandleAsync(
            new(CasesAt.Target(state), DocumentKind.IdentityCard, "belakang.png"), new MemoryStream(TestFiles.Png(80, 50)), Staff.Sari, Token)).ShouldBeDone().Case;
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);

        await ShowAsync(page, 1);

        page.FindAll($"[data-document={DocumentKind.IdentityCard}] .version").Select(place => place.TextContent)
            .ShouldBe(["versi 2, bagian 1 dari 2", "versi 2, bagian 2 dari 2", "versi 1"]);
        page.Find("[data-pane] .name").TextContent.ShouldContain("versi 2, bagian 2 dari 2 · belakang.png");
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_says_so_and_can_be_opened_again()
    {
        CoreHost core = await hosts.SharedAsync(DatabaseKind.Sqlite);
        CaseState state = await WithTwoVersionsAsync(core);
        await using CaseBench bench = new(core, Staff.Sari);
        IRenderedComponent<CasePage> page = bench.Open(state);
        await ShowAsync(page, 0);
        string address = Picture(page);

        await page.Find("[data-pane] img").TriggerEventAsync("onerror", new Microsoft.AspNetCore.Components.Web.ErrorEventArgs());
        page.FindAll("[data-pane] img").ShouldBeEmpty();
        await page.Find("[data-pane] button").ClickAsync();

        page.WaitForAssertion(() => Picture(page).ShouldNotBe(address));
    }

    private static async Task<CaseState> WithTwoVersionsAsync(CoreHost core)
    {
        CaseState state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        return (await core.Get<AddDocumentHandler>().HandleAsync(
            new(CasesAt.Target(state), DocumentKind.IdentityCard, "ktp-2.png") { ReplacementId = Guid.CreateVersion7(core.Clock.GetUtcNow()) }, new MemoryStream(TestFiles.Png(80, 50)), Staff.Sari, Token)).ShouldBeDone().Case;
    }

    private static async Task ShowAsync(IRenderedComponent<CasePage> page, int index)
    {
        await page.FindAll($"[data-document={DocumentKind.IdentityCard}]")[index].ClickAsync();
        page.WaitForElement("[data-pane] img", TimeSpan.FromSeconds(10));
    }

    private static string Picture(IRenderedComponent<CasePage> page) => page.Find("[data-pane] img").GetAttribute("src")!;

    private static IElement Tool(IRenderedComponent<CasePage> page, string key) => page.Find($"[data-viewer-key='{key}']");
}
