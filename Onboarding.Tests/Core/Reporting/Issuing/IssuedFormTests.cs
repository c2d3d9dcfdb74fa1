using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting.Issuing;

/// <summary>A form is issued once for a state of its case: one number, one code, one file, and no gap between the numbers.</summary>
public sealed class IssuedFormTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private readonly ScriptedPrinter _printer = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task An_issued_form_is_stored_as_it_was_printed_and_stands_in_the_trail(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();

        var issue = await IssueAsync(core, state, ReportKind.ApprovalForm);
        await WorkAsync(core);

        issue.Number.ShouldBe("FPS/2026/000001");
        var form = (await FormsAsync(core, state)).ShouldHaveSingleItem().Form;
        form.State.ShouldBe(IssuedFormState.Issued);
        form.Decision.ShouldBe(DecisionOutcome.Approved);
        var stored = await OpenAsync(core, state, form);
        Convert.ToHexString(SHA256.HashData(stored)).ShouldBe(Convert.ToHexString(form.Sha256!));
        var document = (await core.Cases.LoadAsync(state.CaseId)).Documents.Single(item => item.Kind == DocumentKind.IssuedForm);
        document.Id.ShouldBe(form.DocumentId!.Value);
        document.FileName.ShouldBe("FPS-2026-000001.pdf");
        var trail = await TrailAsync(core, state);
        trail.ShouldContain(item => item.Action == "Form.Reserve" && item.ActorName == Staff.Maya.Name);
        trail.ShouldContain(item => item.Action == "Form.Issue" && item.Details!.Contains(Convert.ToHexStringLower(form.Sha256!), StringComparison.Ordinal));
        trail.ShouldContain(item => item.Action == "Document.Open");
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Issued_again_while_nothing_changed_it_is_the_same_form_and_never_printed_again(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();
        var first = await IssueAsync(core, state, ReportKind.ApprovalForm);
        await WorkAsync(core);
        var form = (await FormsAsync(core, state)).Single().Form;
        var bytes = await OpenAsync(core, state, form);

        // Looking, printing and issuing another form leave traces, and change nothing that this one says.
        await IssueAsync(core, state, ReportKind.RegistrationForm);
        await WorkAsync(core);
        core.Clock.Advance(TimeSpan.FromHours(3));
        var again = await IssueAsync(core, state, ReportKind.ApprovalForm);
        await WorkAsync(core);

        again.ShouldBe(first with { IsIssued = true });
        (await OpenAsync(core, state, form)).ShouldBe(bytes);
        _printer.Orders.Count.ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task After_a_change_it_is_a_new_form_and_the_earlier_one_stays_superseded(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await IssueAsync(core, state, ReportKind.CompletenessChecklist, Staff.Sari);
        await WorkAsync(core);
        state = (await core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(CasesAt.Target(state)), Staff.Sari, Token)).ShouldBeDone();

        var second = await IssueAsync(core, state, ReportKind.CompletenessChecklist, Staff.Sari);
        await WorkAsync(core);

        second.Number.ShouldBe("CKD/2026/000002");
        var forms = await FormsAsync(core, state);
        forms.Select(line => (line.Form.Number, line.Form.SupersededAt is not null)).ShouldBe([("CKD/2026/000002", false), ("CKD/2026/000001", true)]);
        (await OpenAsync(core, state, forms[1].Form)).ShouldNotBe(await OpenAsync(core, state, forms[0].Form));
    }

    [Theory, DatabaseProviders]
    public async Task Each_language_and_each_kind_is_a_form_of_its_own(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();

        var indonesian = await IssueAsync(core, state, ReportKind.ApprovalForm);
        var english = (await core.Get<IssueFormHandler>().HandleAsync(new(state.Number, ReportKind.ApprovalForm, Language.English), Staff.Maya, Token)).ShouldBeDone();
        var report = await IssueAsync(core, state, ReportKind.VerificationReport);
        await WorkAsync(core);

        new[] { indonesian.Number, english.Number, report.Number }.ShouldBe(["FPS/2026/000001", "FPS/2026/000002", "LPV/2026/000001"]);
        (await FormsAsync(core, state)).ShouldAllBe(line => line.Form.State == IssuedFormState.Issued && line.Form.SupersededAt == null);
    }

    [Theory, DatabaseProviders]
    public async Task Many_who_issue_the_same_form_at_once_get_one_form(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();

        var issues = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => IssueAsync(core, state, ReportKind.ApprovalForm)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => core.Get<RunPrintsHandler>().HandleAsync(Token)));

        issues.Select(issue => issue.FormId).Distinct().ShouldHaveSingleItem();
        _printer.Orders.Count.ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Numbers_that_many_take_at_once_have_no_gap_and_no_double(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var states = new List<CaseState>();
        for (var index = 0; index < 6; index++)
        {
            states.Add(await core.Cases.ReceivedAsync());
        }

        var issues = await Task.WhenAll(states.Select(state => IssueAsync(core, state, ReportKind.RegistrationForm)));

        issues.Select(issue => issue.Number).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 6).Select(number => $"FPP/2026/{number:000000}"));
    }

    [Theory, DatabaseProviders]
    public async Task A_portal_that_dies_between_printing_and_storing_leaves_nothing_visible_and_finishes_the_same_number_later(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();
        var issue = await IssueAsync(core, state, ReportKind.ApprovalForm);
        _printer.Before = (_, _) => throw new IOException("killed");
        await Should.ThrowAsync<IOException>(() => core.Get<RunPrintsHandler>().HandleAsync(Token));

        var waiting = (await FormsAsync(core, state)).Single();
        waiting.Form.State.ShouldBe(IssuedFormState.Pending);
        waiting.Printing.ShouldBe(PrintState.Printing);
        (await core.Get<OpenIssuedFormHandler>().HandleAsync(new(state.Number, issue.FormId), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await core.Get<RunPrintsHandler>().HandleAsync(Token)).ShouldBe(0, "its lease still runs");

        _printer.Before = (_, _) => Task.FromResult(true);
        core.Clock.Advance(TimeSpan.FromMinutes(2));
        await WorkAsync(core);

        var form = (await FormsAsync(core, state)).Single().Form;
        (form.Number, form.State).ShouldBe((issue.Number, IssuedFormState.Issued));
        _printer.Orders.Select(order => order.Mark!.Code).Distinct().ShouldHaveSingleItem();
    }

    [Theory, DatabaseProviders]
    public async Task A_case_that_changes_while_it_is_printed_is_printed_as_it_is_when_it_is_stored(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        await IssueAsync(core, state, ReportKind.CompletenessChecklist, Staff.Sari);
        _printer.Before = async (_, _) =>
        {
            if (_printer.Orders.Count == 1)
            {
                (await core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(CasesAt.Target(state)), Staff.Sari, Token)).ShouldBeDone();
            }

            return true;
        };

        await WorkAsync(core);

        _printer.Orders.Count.ShouldBe(2);
        ((ChecklistReport)_printer.Orders.Last().Report.Model).Lines.Single(line => line.Item == ChecklistItem.ProductExplained).Tick.ShouldNotBeNull();
        (await FormsAsync(core, state)).ShouldHaveSingleItem().Form.Number.ShouldBe("CKD/2026/000001");
    }

    [Theory, DatabaseProviders]
    public async Task What_could_not_be_printed_says_why_and_is_tried_again_under_its_number(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();
        var first = await IssueAsync(core, state, ReportKind.ApprovalForm);
        _printer.Before = (_, _) => Task.FromResult(false);
        await WorkAsync(core);
        var failed = (await FormsAsync(core, state)).Single();
        (failed.Printing, failed.Failure).ShouldBe((PrintState.Failed, PrintFailure.Browser));

        _printer.Before = (_, _) => Task.FromResult(true);
        (await IssueAsync(core, state, ReportKind.ApprovalForm)).ShouldBe(first);
        await WorkAsync(core);

        var form = (await FormsAsync(core, state)).Single().Form;
        (form.Number, form.State).ShouldBe((first.Number, IssuedFormState.Issued));
    }

    [Theory, DatabaseProviders]
    public async Task One_that_is_given_up_keeps_its_number_and_the_next_one_counts_on(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();
        var first = await IssueAsync(core, state, ReportKind.ApprovalForm);
        (await core.Get<GiveUpFormHandler>().HandleAsync(new(first.FormId), Staff.Maya, Token)).ShouldBeDone();

        var second = await IssueAsync(core, state, ReportKind.ApprovalForm);
        await WorkAsync(core);

        second.Number.ShouldBe("FPS/2026/000002");
        (await FormsAsync(core, state)).Select(line => (line.Form.Number, line.Form.State)).ShouldBe([(second.Number, IssuedFormState.Issued), (first.Number, IssuedFormState.Void)]);
        (await core.Get<GiveUpFormHandler>().HandleAsync(new(second.FormId), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.PrintNotOpen);
    }

    [Fact]
    public async Task Without_a_printer_nothing_is_reserved_and_the_refusal_says_so()
    {
        var core = await StartAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ActivatingAsync();
        _printer.CanPrint = false;

        (await core.Get<IssueFormHandler>().HandleAsync(new(state.Number, ReportKind.ApprovalForm, Language.Indonesian), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.PrinterAbsent);

        (await FormsAsync(core, state)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_there_is_not_a_held_case_and_a_covered_reader_are_refused()
    {
        var core = await StartAsync(DatabaseKind.Sqlite);
        var verifying = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        Task<Result<FormIssue>> Try(ReportKind form, Onboarding.Core.Workflow.Actor actor) =>
            core.Get<IssueFormHandler>().HandleAsync(new(verifying.Number, form, Language.Indonesian), actor, Token);

        (await Try(ReportKind.ApprovalForm, Staff.Maya)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await Try(ReportKind.ActivationLetter, Staff.Maya)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await Try(ReportKind.RegistrationForm, Staff.Dewi)).ShouldBeRefused(RefusalCode.FormCovered);

        var issued = (await Try(ReportKind.RegistrationForm, Staff.Maya)).ShouldBeDone();
        await WorkAsync(core);
        (await core.Get<OpenIssuedFormHandler>().HandleAsync(new(verifying.Number, issued.FormId), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.FormCovered);
        var document = (await core.Cases.LoadAsync(verifying.CaseId)).Documents.Single(item => item.Kind == DocumentKind.IssuedForm).Id;
        (await core.Get<OpenDocumentHandler>().HandleAsync(new(verifying.Number, document), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.FormCovered);
        (await core.Get<ViewDocumentHandler>().HandleAsync(new(verifying.Number, document), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.FormCovered);
        (await TrailAsync(core, verifying)).ShouldNotContain(item => item.Action == "Document.Open");

        (await core.Get<HoldCaseHandler>().PlaceAsync(new(new CaseTarget(verifying.CaseId, null), "periksa"), Staff.Ratna, Token)).ShouldBeDone();
        (await Try(ReportKind.VerificationReport, Staff.Maya)).ShouldBeRefused(RefusalCode.CaseOnHold);
    }

    [Theory, DatabaseProviders]
    public async Task The_code_confirms_number_kind_date_decision_and_hash_and_only_once_it_is_issued(DatabaseKind kind)
    {
        var core = await StartAsync(kind);
        var state = await core.Cases.ActivatingAsync();
        ConfirmationCode? code = null;
        _printer.Before = async (order, cancellation) =>
        {
            code = order.Mark!.Code;
            (await core.Get<FormConfirmations>().FindAsync(code.ToString(), cancellation)).ShouldBeRefused(RefusalCode.LinkNotValid);
            return true;
        };
        await IssueAsync(core, state, ReportKind.ApprovalForm);
        await WorkAsync(core);

        var form = (await FormsAsync(core, state)).Single().Form;
        var confirmed = (await core.Get<FormConfirmations>().FindAsync(code!.ToString().ToLowerInvariant(), Token)).ShouldBeDone();
        confirmed.ShouldBe(new FormConfirmation("FPS/2026/000001", ReportKind.ApprovalForm, form.IssuedAt!.Value, DecisionOutcome.Approved, Convert.ToHexStringLower(form.Sha256!)));
        (await core.Get<FormConfirmations>().FindAsync(ConfirmationCode.New().ToString(), Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await core.Get<FormConfirmations>().FindAsync("x", Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
    }

    private async Task<CoreHost> StartAsync(DatabaseKind kind) => await cores.FreshAsync(kind, _printer.AddTo);

    private static async Task<FormIssue> IssueAsync(CoreHost core, CaseState state, ReportKind form, Onboarding.Core.Workflow.Actor? actor = null) =>
        (await core.Get<IssueFormHandler>().HandleAsync(new(state.Number, form, Language.Indonesian), actor ?? Staff.Maya, Token)).ShouldBeDone();

    private static async Task WorkAsync(CoreHost core)
    {
        while (await core.Get<RunPrintsHandler>().HandleAsync(Token) > 0)
        {
            // Until nothing is due.
        }
    }

    private static async Task<IReadOnlyList<IssuedFormLine>> FormsAsync(CoreHost core, CaseState state) =>
        (await core.Get<IssuedFormReader>().ListAsync(state.CaseId, Staff.Maya, Token)).ShouldBeDone();

    private static async Task<byte[]> OpenAsync(CoreHost core, CaseState state, IssuedForm form)
    {
        var opened = (await core.Get<OpenIssuedFormHandler>().HandleAsync(new(state.Number, form.Id), Staff.Maya, Token)).ShouldBeDone();
        await using var content = opened.Content;
        using MemoryStream bytes = new();
        await content.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    private static Task<List<AuditEvent>> TrailAsync(CoreHost core, CaseState state) =>
        Database.ReadAsync(core, context => context.AuditEvents.AsNoTracking().Where(item => item.StreamId == state.CaseId).ToListAsync(Token));
}
