using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Viewing;
using Onboarding.Core.Results;
using Onboarding.Core.Tools;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Core.Documents.Viewing;

/// <summary>A document is opened once for all its pages, for one person and one hour; what reaches the browser is a picture.</summary>
public sealed class DocumentPageTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paging_through_a_PDF_is_one_opening_and_each_page_is_a_picture()
    {
        FileTools.Require(ExternalTool.Qpdf, ExternalTool.PdfToPpm);
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var (state, document) = await WithAsync(core, PdfFile.Plain(3), "akta.pdf");
        var view = (await core.Get<ViewDocumentHandler>().HandleAsync(new(state.Number, document), Staff.Dewi, Token)).ShouldBeDone();
        view.Pages.ShouldBe(3);

        foreach (var page in Enumerable.Range(1, 3))
        {
            var (type, content) = await PageAsync(core, state.Number, view, page, PageDetail.Normal);
            type.ShouldBe(DocumentType.Jpeg);
            content[..3].ShouldBe([0xFF, 0xD8, 0xFF]);
        }

        (await PageAsync(core, state.Number, view, 1, PageDetail.Fine)).Content.Length.ShouldBeGreaterThan((await PageAsync(core, state.Number, view, 1, PageDetail.Normal)).Content.Length);
        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone();
        file.Timeline.Count(entry => entry.Action == "Document.Open").ShouldBe(1);
        Directory.EnumerateFileSystemEntries(Path.Combine(core.Folder, "work")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_image_is_shown_as_it_is_kept()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var (state, document) = await WithAsync(core, TestFiles.Png(80, 50), "ktp.png");
        var view = (await core.Get<ViewDocumentHandler>().HandleAsync(new(state.Number, document), Staff.Dewi, Token)).ShouldBeDone();

        var (type, content) = await PageAsync(core, state.Number, view, 1, PageDetail.Fine);

        (view.Pages, type).ShouldBe((1, DocumentType.Png));
        content.ShouldBe(TestFiles.Png(80, 50));
    }

    [Fact]
    public async Task An_opening_serves_who_made_it_alone_under_its_own_case_and_for_its_own_pages()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var (state, document) = await WithAsync(core, TestFiles.Png(80, 50), "ktp.png");
        var other = await core.Cases.ReceivedAsync();
        var view = (await core.Get<ViewDocumentHandler>().HandleAsync(new(state.Number, document), Staff.Dewi, Token)).ShouldBeDone();

        (await ReadAsync(core, state.Number, view.Token, 1, Staff.Ratna)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await ReadAsync(core, other.Number, view.Token, 1, Staff.Dewi)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await ReadAsync(core, state.Number, view.Token[..^1], 1, Staff.Dewi)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await ReadAsync(core, state.Number, view.Token, 0, Staff.Dewi)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await ReadAsync(core, state.Number, view.Token, 2, Staff.Dewi)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await ReadAsync(core, state.Number, view.Token, 1, Actor.Applicant(state.CaseId))).ShouldBeRefused(RefusalCode.DocumentNotFound);
    }

    [Fact]
    public async Task An_opening_ends_after_its_time()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var (state, document) = await WithAsync(core, TestFiles.Png(80, 50), "ktp.png");
        var view = (await core.Get<ViewDocumentHandler>().HandleAsync(new(state.Number, document), Staff.Dewi, Token)).ShouldBeDone();

        core.Clock.Advance(DocumentViews.Lifetime);

        (await ReadAsync(core, state.Number, view.Token, 1, Staff.Dewi)).ShouldBeRefused(RefusalCode.DocumentNotFound);
    }

    [Fact]
    public async Task What_waits_for_its_check_is_not_opened()
    {
        var inspector = new ScriptedInspector { Find = ScriptedInspector.Away };
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, services => services.AddSingleton<Onboarding.Core.Documents.Inspection.IDocumentInspector>(inspector));
        var (state, document) = await WithAsync(core, TestFiles.Png(80, 50), "ktp.png");

        (await core.Get<ViewDocumentHandler>().HandleAsync(new(state.Number, document), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.DocumentNotOpenable);
    }

    [Fact]
    public async Task Without_the_program_that_draws_the_page_is_refused_and_not_a_fault()
    {
        FileTools.Require(ExternalTool.Qpdf);
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, services => services.AddToolsWithout(ExternalTool.PdfToPpm));
        var (state, document) = await WithAsync(core, PdfFile.Plain(), "akta.pdf");
        var view = (await core.Get<ViewDocumentHandler>().HandleAsync(new(state.Number, document), Staff.Dewi, Token)).ShouldBeDone();

        (await ReadAsync(core, state.Number, view.Token, 1, Staff.Dewi)).ShouldBeRefused(RefusalCode.PageNotDrawn);
    }

    [Fact]
    public void Pages_in_memory_never_exceed_the_limit_and_go_when_the_opening_ends()
    {
        var clock = new TestClock(CoreHost.Start);
        var cache = new PageCache(clock, limit: 100);
        PageKey Key(int page) => new("token", page, PageDetail.Normal);
        cache.Add(Key(1), new byte[60], CoreHost.Start.AddHours(1));
        cache.Add(Key(2), new byte[40], CoreHost.Start.AddHours(1));
        cache.Find(Key(1)).ShouldNotBeNull("it is looked at again");

        cache.Add(Key(3), new byte[30], CoreHost.Start.AddHours(1));
        cache.Add(Key(4), new byte[101], CoreHost.Start.AddHours(1));

        (cache.Find(Key(1)) is not null, cache.Find(Key(2)) is not null, cache.Find(Key(3)) is not null, cache.Find(Key(4)) is not null).ShouldBe((true, false, true, false));
        cache.Size.ShouldBe(90);
        clock.Advance(TimeSpan.FromHours(1));
        cache.Find(Key(1)).ShouldBeNull();
        cache.Size.ShouldBe(0);
    }

    private static async Task<(CaseState State, Guid Document)> WithAsync(CoreHost core, byte[] content, string name)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var added = (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.Other, name), new MemoryStream(content), Staff.Sari, Token)).ShouldBeDone();
        return (added.Case, added.Id);
    }

    private static Task<Result<DocumentPage>> ReadAsync(CoreHost core, string number, string token, int page, Actor actor) =>
        core.Get<DocumentPageReader>().ReadAsync(number, token, page, PageDetail.Normal, actor, Token);

    private static async Task<(DocumentType Type, byte[] Content)> PageAsync(CoreHost core, string number, DocumentView view, int page, PageDetail detail)
    {
        var read = (await core.Get<DocumentPageReader>().ReadAsync(number, view.Token, page, detail, Staff.Dewi, Token)).ShouldBeDone();
        await using var content = read.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Token);
        return (read.Type, copy.ToArray());
    }
}
