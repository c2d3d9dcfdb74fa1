using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Tools;
using Onboarding.Tests.Support;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Integration.Documents;

/// <summary>Every file of the corpus comes to the doors through which files come; each is refused for its reason and leaves nothing behind.</summary>
public sealed class HostileFileTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    public static TheoryData<string> Files => [.. HostileFiles.All.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Is_refused_with_its_reason_at_every_door_and_leaves_nothing_behind(string name)
    {
        FileTools.Require(ExternalTool.Vips, ExternalTool.Qpdf);
        var file = HostileFiles.All[name];
        var content = await file.MakeAsync();
        var core = await CoreAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var before = await TracesAsync(core);

        var staff = await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.Other, file.FileName), new MemoryStream(content), Staff.Sari, Token);
        var form = await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(Guid.CreateVersion7(core.Clock.GetUtcNow()), DocumentKind.Other, file.FileName), new MemoryStream(content), Token);

        staff.ShouldBeRefused(RefusalCode.DocumentRejected).Arguments.ShouldBe([file.Reason.ToString()], name);
        form.ShouldBeRefused(RefusalCode.DocumentRejected).Arguments.ShouldBe([file.Reason.ToString()], name);
        (await TracesAsync(core)).ShouldBe(before);
    }

    /// <summary>A core of its own that looks into files for real, for one test.</summary>
    private Task<CoreHost> CoreAsync(DatabaseKind kind) => cores.FreshAsync(kind, services => services.AddSingleton<IDocumentInspector, DocumentInspector>());

    // Everything on the disk but the database itself, and the rows that a document could have left.
    private static async Task<string> TracesAsync(CoreHost core)
    {
        var files = Directory.EnumerateFileSystemEntries(core.Folder, "*", SearchOption.AllDirectories).Where(path => !path.Contains("onboarding.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var rows = await Database.ReadAsync(core, async context =>
            (await context.Documents.CountAsync(Token), await context.PendingDocuments.CountAsync(Token), await context.AuditEvents.CountAsync(Token), await context.OutboxMessages.CountAsync(Token)));
        return $"{string.Join('\n', files)}\n{rows}";
    }
}
