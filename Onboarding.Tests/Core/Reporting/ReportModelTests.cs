using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Integration.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting;

/// <summary>What the reports say, as data: nothing here is printed.</summary>
public sealed class ReportModelTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task An_approved_case_has_a_form_with_the_decision_and_its_place_in_the_trail(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.ActiveAsync();

        var form = (await core.Get<ReportReader>().ApprovalFormAsync(state.Number, Staff.Maya, Token)).ShouldBeDone();

        form.Decision.Outcome.ShouldBe(DecisionOutcome.Approved);
        form.Decision.By.ShouldBe(Staff.Maya.Name);
        form.DeciderTookNoPart.ShouldBeTrue();
        form.Proof.ShouldNotBeNull();
        form.Checks.ShouldAllBe(check => check.Result == CheckResult.Passed);
        form.Parts.Select(part => part.Part).Distinct().ShouldBe(Enum.GetValues<Part>());
        form.Subject.CustomerNumber.ShouldNotBeNull();
        form.ActivationReference.ShouldBe($"SVC-{state.Number}");
    }

    [Fact]
    public async Task The_verification_form_names_the_decision_that_is_in_force()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var approved = await core.Cases.ActiveAsync(Registrations.Person(8401));
        var rejected = await ReportCases.RejectedAsync(core);

        (await ReportAsync(approved)).DecisionInForce!.Outcome.ShouldBe(DecisionOutcome.Approved);
        (await ReportAsync(rejected)).DecisionInForce!.Outcome.ShouldBe(DecisionOutcome.Rejected);

        core.Clock.Advance(TimeSpan.FromHours(1));
        (await core.Get<ReopenCaseHandler>().HandleAsync(new(CasesAt.Target(rejected), "Dokumen baru diterima."), Staff.Maya, Token)).ShouldBeDone();
        (await ReportAsync(rejected)).DecisionInForce.ShouldBeNull();

        async Task<VerificationReport> ReportAsync(CaseState state) =>
            (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Maya, Token)).ShouldBeDone();
    }

    [Fact]
    public async Task A_rejection_names_its_category_with_its_ground()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.RejectedAsync(core);
        var code = (await core.Cases.LoadAsync(state.CaseId)).LastRejection.ShouldNotBeNull().Category;
        var reason = (await core.Get<RejectionReasonHandler>().ListAsync(Token)).Single(item => item.Code == code);

        var decision = (await core.Get<ReportReader>().ApprovalFormAsync(state.Number, Staff.Maya, Token)).ShouldBeDone().Decision;

        decision.Category.ShouldBe(reason.Name);
        decision.Ground.ShouldBe(reason.LegalGround);
    }

    [Fact]
    public async Task An_objection_stands_beside_the_rejection_with_its_answer_and_stays_there_when_the_case_is_reopened()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.RejectedAsync(core);
        (await core.Get<SubmitObjectionHandler>().HandleAsync(new(state.CaseId, "KTP saya masih berlaku."), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        var waiting = (await core.Get<ReportReader>().ApprovalFormAsync(state.Number, Staff.Maya, Token)).ShouldBeDone().Decision.Objection.ShouldNotBeNull();
        (waiting.Text, waiting.Answer, waiting.AnsweredBy, waiting.AnsweredAt).ShouldBe(("KTP saya masih berlaku.", null, null, null));
        waiting.ToString().ShouldNotContain("KTP");

        var concern = (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Single();
        (await core.Get<WorkItemHandler>().ClaimAsync(concern.Id, Staff.Hendra, Token)).ShouldBeDone();
        (await core.Get<WorkItemHandler>().ResolveAsync(concern.Id, "Kami periksa lagi.", Staff.Hendra, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromHours(1));
        (await core.Get<ReopenCaseHandler>().HandleAsync(new(new(state.CaseId, null), "KTP diperiksa lagi."), Staff.Hendra, Token)).ShouldBeDone();

        var decisions = (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Maya, Token)).ShouldBeDone().Decisions;
        var answered = decisions.Single(line => line.Outcome == DecisionOutcome.Rejected).Objection.ShouldNotBeNull();
        (answered.Answer, answered.AnsweredBy).ShouldBe(("Kami periksa lagi.", Staff.Hendra.Name));
        answered.AnsweredAt.ShouldNotBeNull();
        decisions.Where(line => line.Outcome != DecisionOutcome.Rejected).ShouldAllBe(line => line.Objection == null);
    }

    [Fact]
    public async Task A_case_that_was_sent_back_shows_its_points_with_who_settled_them()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        AskedPoint[] asked = [new(PointSubject.OfField("Phone"), "Nomor tidak aktif"), new(PointSubject.OfCheck("NewCustomer"), "Cari lagi")];
        state = (await core.Get<SendBackCaseHandler>().HandleAsync(
            new(CasesAt.Target(state), Stage.Verification, "Periksa kembali.") { Points = asked }, Staff.Maya, Token)).ShouldBeDone();
        state = await core.Cases.ClaimAsync(state, Staff.Dewi);
        var first = (await core.Cases.LoadAsync(state.CaseId)).CurrentPoints(Stage.Verification)[0];
        (await core.Get<SettlePointHandler>().HandleAsync(new(CasesAt.Target(state), first.Id, IsDone: true), Staff.Dewi, Token)).ShouldBeDone();

        var points = (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Maya, Token)).ShouldBeDone().Decisions.Single().Points;

        points.Select(point => (point.Subject.Item.Field, point.Check?.ToString(), point.Remark, point.DoneBy))
            .ShouldBe([("Phone", null, "Nomor tidak aktif", Staff.Dewi.Name), (null, "NewCustomer", "Cari lagi", null)]);
    }

    [Fact]
    public async Task There_is_no_approval_form_before_the_decision()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.AwaitingApprovalAsync();

        (await core.Get<ReportReader>().ApprovalFormAsync(state.Number, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Maya, Token)).ShouldBeDone().Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rejected_case_that_was_reopened_has_no_decision_in_force()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.RejectedAsync(core);
        var form = (await core.Get<ReportReader>().ApprovalFormAsync(state.Number, Staff.Maya, Token)).ShouldBeDone();
        form.Decision.Outcome.ShouldBe(DecisionOutcome.Rejected);
        form.Earlier.Single().Outcome.ShouldBe(DecisionOutcome.RejectionRecommended);

        core.Clock.Advance(TimeSpan.FromHours(1));
        (await core.Get<ReopenCaseHandler>().HandleAsync(new(CasesAt.Target(state), "Dokumen baru diterima."), Staff.Maya, Token)).ShouldBeDone();

        (await core.Get<ReportReader>().ApprovalFormAsync(state.Number, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
    }

    [Fact]
    public async Task Somebody_without_a_part_in_the_process_learns_nothing()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();

        (await core.Get<ReportReader>().ApprovalFormAsync(state.Number, Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.CaseNotFound);
        (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.CaseNotFound);
        (await core.Get<RecordReportIssueHandler>().HandleAsync(
            new(state.CaseId, ReportKind.ApprovalForm, ReportFormat.Pdf, Language.Indonesian, new byte[32]), Staff.Yusuf, Token))
            .ShouldBeRefused(RefusalCode.CaseNotFound);
    }

    [Fact]
    public async Task Identity_numbers_and_contacts_are_masked()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        PersonData data = Registrations.Person();
        var state = await core.Cases.ReceivedAsync(data);

        var report = (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone();

        string[] shown = [.. report.Subject.Applicant.Select(line => line.Text).OfType<string>()];
        shown.ShouldContain(data.FullName);
        shown.ShouldNotContain(data.Nik!);
        shown.ShouldNotContain(data.Phone);
        shown.ShouldNotContain(data.Email);
        report.Subject.Applicant.Single(line => line.Field == nameof(PersonData.Nik)).IsMasked.ShouldBeTrue();
    }

    [Fact]
    public async Task The_verification_report_keeps_replaced_checks_contacts_and_document_hashes()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.TalkativeAsync(core, Registrations.Person());

        var report = (await core.Get<ReportReader>().VerificationReportAsync(state.Number, Staff.Maya, Token)).ShouldBeDone();

        report.ReplacedChecks.Count.ShouldBe(25);
        report.Checks.ShouldAllBe(check => check.Result == CheckResult.Passed && check.By == Staff.Dewi.Name);
        var round = report.Rounds.Single();
        round.AskedBy.ShouldBe(Staff.Dewi.Name);
        round.RepliedBy!.Party.ShouldBe(ReportParty.Applicant);
        round.Items.Single().Note.ShouldBe("Alamat sudah benar sesuai KTP baru.");
        var document = report.Documents.Single();
        document.Sha256.Length.ShouldBe(64);
        document.UploadedBy.Party.ShouldBe(ReportParty.Applicant);
        report.History[0].Action.ShouldBe("Register");
        report.History.ShouldContain(step => step.Action == nameof(CaseAction.AskClarification) && step.Reason != null);
        report.History.ShouldNotContain(step => step.Action == nameof(CaseAction.RecordCheck));
    }
}
