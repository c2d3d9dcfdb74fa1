using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Tools;
using Onboarding.Tests.Support;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Core.Reporting.Printing;

/// <summary>Many reports as one file: nothing lost by a restart, a trace in each case, and the file for one person and a limited time.</summary>
public sealed class BulkPrintTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private readonly ScriptedPrinter _printer = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_selection_becomes_one_file_with_a_trace_in_each_case(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        FileTools.Require(ExternalTool.Qpdf);
        var cases = await CasesAsync(core, 3);

        var id = await StartAsync(core, cases, ReportKind.RegistrationForm, ReportKind.ApprovalForm);
        await WorkAsync(core);

        var print = await PrintAsync(core, id);
        (print.State, print.Total, print.Finished, print.Skipped, print.IsJoined).ShouldBe((PrintState.Done, 6, 6, 3, true));
        var file = await OpenAsync(core, id);
        file[..5].ShouldBe("%PDF-"u8.ToArray());
        foreach (var state in cases)
        {
            (await TrailAsync(core, state)).Count(item => item.Action == "Report.Issue" && item.Details!.Contains(id.ToString("N"), StringComparison.Ordinal)).ShouldBe(1);
        }

        core.Get<IDocumentStorage>().StoredBefore(DateTimeOffset.MaxValue).Count().ShouldBe(await DocumentsAsync(core) + 1, "the separate files are gone");
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task After_a_crash_it_goes_on_with_the_next_report(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var cases = await CasesAsync(core, 3);
        var id = await StartAsync(core, cases, ReportKind.RegistrationForm);
        _printer.Before = (_, _) => _printer.Orders.Count == 2 ? throw new IOException("killed") : Task.FromResult(true);
        await Should.ThrowAsync<IOException>(() => core.Get<RunPrintsHandler>().HandleAsync(Token));
        (await PrintAsync(core, id)).Finished.ShouldBe(1);

        core.Clock.Advance(TimeSpan.FromMinutes(2));
        await WorkAsync(core);

        (await PrintAsync(core, id)).State.ShouldBe(PrintState.Done);
        _printer.Orders.Select(order => order.Report.Subject.Number).ShouldBe([cases[0].Number, cases[1].Number, cases[1].Number, cases[2].Number]);
    }

    [Theory, DatabaseProviders]
    public async Task One_that_kills_the_portal_each_time_is_given_up(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var id = await StartAsync(core, await CasesAsync(core, 1), ReportKind.RegistrationForm);
        _printer.Before = (_, _) => throw new IOException("killed");
        await FailAsync(core);

        await WorkAsync(core);

        var print = await PrintAsync(core, id);
        (print.State, print.Failure).ShouldBe((PrintState.Failed, PrintFailure.Interrupted));
    }

    [Theory, DatabaseProviders]
    public async Task One_report_that_fails_each_time_is_left_out_and_named_and_the_others_are_printed(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var cases = await CasesAsync(core, 3);
        var id = await StartAsync(core, cases, ReportKind.RegistrationForm);
        _printer.Before = (order, _) => order.Report.Subject.Number == cases[1].Number ? throw new IOException("killed") : Task.FromResult(true);
        await FailAsync(core);

        await WorkAsync(core);

        var print = await PrintAsync(core, id);
        (print.State, print.Finished, print.Skipped, print.IsJoined).ShouldBe((PrintState.Done, 3, 1, true));
        var items = (await core.Get<PrintReader>().ItemsAsync(id, Staff.Maya, Token)).ShouldBeDone();
        items.Select(item => item.State).ShouldBe([PrintItemState.Printed, PrintItemState.GivenUp, PrintItemState.Printed]);
        (await OpenAsync(core, id)).ShouldNotBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task When_every_report_fails_the_print_is_given_up(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var id = await StartAsync(core, await CasesAsync(core, 2), ReportKind.RegistrationForm);
        _printer.Before = (_, _) => throw new IOException("killed");
        await FailAsync(core);
        await FailAsync(core);

        await WorkAsync(core);

        var print = await PrintAsync(core, id);
        (print.State, print.Failure, print.Skipped).ShouldBe((PrintState.Failed, PrintFailure.Interrupted, 1));
    }

    [Theory, DatabaseProviders]
    public async Task A_portal_that_stops_puts_back_what_is_at_hand(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var id = await StartAsync(core, await CasesAsync(core, 1), ReportKind.RegistrationForm);
        using var stopping = new CancellationTokenSource();
        _printer.Before = async (_, cancellation) =>
        {
            await stopping.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return true;
        };
        await Should.ThrowAsync<OperationCanceledException>(() => core.Get<RunPrintsHandler>().HandleAsync(stopping.Token));
        (await PrintAsync(core, id)).State.ShouldBe(PrintState.Waiting);

        _printer.Before = (_, _) => Task.FromResult(true);
        await WorkAsync(core);

        (await PrintAsync(core, id)).State.ShouldBe(PrintState.Done);
    }

    [Theory, DatabaseProviders]
    public async Task One_that_is_stopped_stops_after_the_report_at_hand(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var id = await StartAsync(core, await CasesAsync(core, 3), ReportKind.RegistrationForm);
        _printer.Before = async (_, _) =>
        {
            (await core.Get<CancelPrintingHandler>().HandleAsync(new(id), Staff.Maya, Token)).ShouldBeDone();
            return true;
        };
        await WorkAsync(core);

        var print = await PrintAsync(core, id);
        (print.State, print.Finished, _printer.Orders.Count).ShouldBe((PrintState.Cancelled, 1, 1));
        core.Get<IDocumentStorage>().StoredBefore(DateTimeOffset.MaxValue).Count().ShouldBe(await DocumentsAsync(core));
        (await core.Get<OpenPrintedHandler>().HandleAsync(new(id, null), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
    }

    [Fact]
    public async Task The_file_is_for_whoever_asked_and_gone_after_its_time()
    {
        var core = await StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(core, await CasesAsync(core, 2), ReportKind.RegistrationForm);
        await WorkAsync(core);

        (await core.Get<OpenPrintedHandler>().HandleAsync(new(id, null), Staff.Hendra, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await core.Get<PrintReader>().ListAsync(Staff.Hendra, Token)).ShouldBeDone().ShouldBeEmpty();
        (await core.Get<CancelPrintingHandler>().HandleAsync(new(id), Staff.Hendra, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await OpenAsync(core, id)).ShouldNotBeEmpty();

        core.Clock.Advance(TimeSpan.FromHours(25));
        (await core.Get<OpenPrintedHandler>().HandleAsync(new(id, null), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await core.Get<SweepPrintsHandler>().HandleAsync(Token)).ShouldBe(1);
        (await core.Get<SweepPrintsHandler>().HandleAsync(Token)).ShouldBe(0);
        core.Get<IDocumentStorage>().StoredBefore(DateTimeOffset.MaxValue).Count().ShouldBe(await DocumentsAsync(core));
    }

    [Fact]
    public async Task A_form_that_was_issued_goes_in_as_it_was_issued()
    {
        var core = await StartAsync(DatabaseKind.Sqlite);
        var cases = await CasesAsync(core, 1);
        (await core.Get<IssueFormHandler>().HandleAsync(new(cases[0].Number, ReportKind.RegistrationForm, Language.Indonesian), Staff.Maya, Token)).ShouldBeDone();
        await WorkAsync(core);
        var issued = (await core.Get<IssuedFormReader>().ListAsync(cases[0].CaseId, Staff.Maya, Token)).ShouldBeDone().Single().Form;

        var id = await StartAsync(core, cases, ReportKind.RegistrationForm);
        await WorkAsync(core);

        System.Security.Cryptography.SHA256.HashData(await OpenAsync(core, id)).ShouldBe(issued.Sha256);
        _printer.Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_program_that_joins_each_report_is_a_file_of_its_own()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, services =>
        {
            _printer.AddTo(services);
            services.AddToolsWithout(ExternalTool.Qpdf, ExternalTool.PdfUnite);
        });
        var id = await StartAsync(core, await CasesAsync(core, 2), ReportKind.RegistrationForm);
        await WorkAsync(core);

        var print = await PrintAsync(core, id);
        (print.State, print.IsJoined, print.HasFile).ShouldBe((PrintState.Done, false, false));
        var items = (await core.Get<PrintReader>().ItemsAsync(id, Staff.Maya, Token)).ShouldBeDone();
        items.ShouldAllBe(item => item.HasFile);
        (await OpenAsync(core, id, 2)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_refused_before_anything_is_kept()
    {
        var core = await StartAsync(DatabaseKind.Sqlite);
        var cases = await CasesAsync(core, 1);
        var handler = core.Get<StartPrintingHandler>();
        string[] numbers = [cases[0].Number];
        ReportKind[] kinds = [ReportKind.RegistrationForm];

        (await handler.HandleAsync(new([], kinds, Language.Indonesian), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await handler.HandleAsync(new(numbers, [], Language.Indonesian), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await handler.HandleAsync(new(numbers, [(ReportKind)99], Language.Indonesian), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await handler.HandleAsync(new([.. numbers, "ONB-2026-999999"], kinds, Language.Indonesian), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.CaseNotFound);
        (await handler.HandleAsync(new([.. Enumerable.Range(1, 201).Select(number => $"ONB-2026-{number:000000}")], kinds, Language.Indonesian), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.TooManyPrints);
        _printer.CanPrint = false;
        (await handler.HandleAsync(new(numbers, kinds, Language.Indonesian), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.PrinterAbsent);
        (await core.Get<PrintReader>().ListAsync(Staff.Maya, Token)).ShouldBeDone().ShouldBeEmpty();
    }

    private async Task<CoreHost> StartAsync(DatabaseKind kind) => await cores.FreshAsync(kind, _printer.AddTo);

    private static async Task<List<CaseState>> CasesAsync(CoreHost core, int count)
    {
        var cases = new List<CaseState>();
        for (var index = 0; index < count; index++)
        {
            cases.Add(await core.Cases.ReceivedAsync());
        }

        return cases;
    }

    private static async Task<Guid> StartAsync(CoreHost core, IEnumerable<CaseState> cases, params ReportKind[] kinds) =>
        (await core.Get<StartPrintingHandler>().HandleAsync(new([.. cases.Select(state => state.Number)], kinds, Language.Indonesian), Staff.Maya, Token)).ShouldBeDone();

    private static async Task WorkAsync(CoreHost core)
    {
        while (await core.Get<RunPrintsHandler>().HandleAsync(Token) > 0)
        {
            // Until nothing is due.
        }
    }

    // The report at hand ends the print three times.
    private static async Task FailAsync(CoreHost core)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await Should.ThrowAsync<IOException>(() => core.Get<RunPrintsHandler>().HandleAsync(Token));
            core.Clock.Advance(TimeSpan.FromMinutes(2));
        }
    }

    private static async Task<PrintRequest> PrintAsync(CoreHost core, Guid id) =>
        (await core.Get<PrintReader>().ListAsync(Staff.Maya, Token)).ShouldBeDone().Single(print => print.Id == id);

    private static async Task<byte[]> OpenAsync(CoreHost core, Guid id, int? item = null)
    {
        await using var content = (await core.Get<OpenPrintedHandler>().HandleAsync(new(id, item), Staff.Maya, Token)).ShouldBeDone();
        using MemoryStream bytes = new();
        await content.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    private static Task<int> DocumentsAsync(CoreHost core) => Database.ReadAsync(core, async context =>
        await context.Documents.CountAsync(Token) + await context.PendingDocuments.CountAsync(Token));

    private static Task<List<AuditEvent>> TrailAsync(CoreHost core, CaseState state) =>
        Database.ReadAsync(core, context => context.AuditEvents.AsNoTracking().Where(item => item.StreamId == state.CaseId).ToListAsync(Token));
}
