using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>A rejection names a category that settings keep, says what the applicant reads, and keeps a remark for staff (SOP stage 4).</summary>
public sealed class RejectionTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Keeps_its_category_the_applicants_words_and_the_remark_of_staff(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);

        (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "DOCUMENT_INVALID", " Akta tidak terbaca. ", " Lihat tahap 2. "), Staff.Maya, Token)).ShouldBeDone();

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Maya, Token)).ShouldBeDone();
        var decision = file.Case.LastRejection.ShouldNotBeNull();
        (decision.Category, decision.Reason, decision.Remark).ShouldBe(("DOCUMENT_INVALID", "Akta tidak terbaca.", "Lihat tahap 2."));
        file.Timeline[0].Details.ShouldBe("""{"category":"DOCUMENT_INVALID"}""");
        (await StatusAsync(core, state)).Rejection.ShouldNotBeNull().Reason.ShouldBe("Akta tidak terbaca.");
    }

    [Theory, DatabaseProviders]
    public async Task Is_refused_for_a_category_that_is_unknown_or_not_used_any_more(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        var legal = (await core.Get<RejectionReasonHandler>().ListAsync(Token)).Single(reason => reason.Code == "LEGAL");
        (await core.Get<RejectionReasonHandler>().SaveAsync(Of(legal) with { IsActive = false }, Staff.Yusuf, Token)).ShouldBeDone();

        foreach (var category in new[] { "", "legal", "LEGAL", "'; DROP" })
        {
            (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), category, "tidak"), Staff.Maya, Token))
                .ShouldBeInvalid(nameof(RejectCase.Category), InputProblem.UnknownChoice);
        }

        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApproval, "nothing of a refused rejection is kept");
    }

    [Theory, DatabaseProviders]
    public async Task Categories_are_added_and_changed_by_the_administrator_and_that_is_audited(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var handler = core.Get<RejectionReasonHandler>();
        var added = new EditRejectionReason("BARU_1", 8, new(" Baru ", "New"), new("Kalimat", "Words"), " ", IsActive: true);

        (await handler.SaveAsync(added, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await handler.SaveAsync(added, Staff.Yusuf, Token)).ShouldBeDone();
        (await handler.SaveAsync(added, Staff.Yusuf, Token)).ShouldBeInvalid(nameof(EditRejectionReason.CategoryCode), InputProblem.AlreadyThere);
        (await handler.SaveAsync(added with { SeenVersion = 1, Text = new("Lain", "Other") }, Staff.Yusuf, Token)).ShouldBeDone();

        var all = await handler.ListAsync(Token);
        all.Select(reason => reason.Code).ShouldBe(["IDENTITY_MISMATCH", "DOCUMENT_INVALID", "NOT_COVERED", "ALREADY_CUSTOMER", "NO_AUTHORITY", "LEGAL", "OTHER", "BARU_1"]);
        (all[^1].NameIndonesian, all[^1].TextEnglish, all[^1].LegalGround).ShouldBe(("Baru", "Other", null));
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.Action == "RejectionReason.Save", Token))).ShouldBe(2);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task The_last_category_that_can_be_chosen_stays_also_when_two_are_taken_away_at_once(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var handler = core.Get<RejectionReasonHandler>();

        var answers = await Task.WhenAll((await handler.ListAsync(Token)).Select(reason => Task.Run(() => handler.SaveAsync(Of(reason) with { IsActive = false }, Staff.Yusuf, Token))));

        answers.Single(answer => !answer.IsDone).ShouldBeRefused(RefusalCode.LastRejectionReason);
        (await handler.ListAsync(Token)).Count(reason => reason.IsActive).ShouldBe(1);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Of_two_administrators_who_change_a_category_the_slower_overwrites_nothing(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var handler = core.Get<RejectionReasonHandler>();
        var seen = Of((await handler.ListAsync(Token)).Single(reason => reason.Code == "OTHER"));

        var answers = await Task.WhenAll(new[] { "Satu", "Dua" }
            .Select(text => Task.Run(() => handler.SaveAsync(seen with { Text = new(text, "One") }, Staff.Yusuf, Token))));

        answers.Single(answer => !answer.IsDone).ShouldBeRefused(RefusalCode.VersionConflict).ShouldBeOfType<Conflict>();
        (await handler.ListAsync(Token)).Single(reason => reason.Code == "OTHER").TextIndonesian.ShouldBe(answers[0].IsDone ? "Satu" : "Dua");
        (await handler.SaveAsync(seen with { CategoryCode = "TIDAK_ADA" }, Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.VersionConflict);
    }

    [Fact]
    public async Task A_category_without_words_in_both_languages_is_not_kept()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var result = await core.Get<RejectionReasonHandler>().SaveAsync(
            new("kecil", 0, new("Nama", " "), new("", new string('x', RejectionReason.TextMaxLength + 1)), null, true), Staff.Yusuf, Token);

        result.ShouldBeInvalid(nameof(EditRejectionReason.CategoryCode), InputProblem.NotWellFormed);
        result.ShouldBeInvalid(nameof(EditRejectionReason.ListPosition), InputProblem.OutOfRange);
        result.ShouldBeInvalid(nameof(RejectionReason.NameEnglish), InputProblem.Required);
        result.ShouldBeInvalid(nameof(RejectionReason.TextIndonesian), InputProblem.Required);
        result.ShouldBeInvalid(nameof(RejectionReason.TextEnglish), InputProblem.TooLong);
    }

    [Theory, DatabaseProviders]
    public async Task Of_two_supervisors_who_decide_at_once_the_slower_is_told_who_was_faster_and_when(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeDone();

        var told = (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "OTHER", "tidak"), Staff.Hendra, Token))
            .ShouldBeRefused(RefusalCode.DecidedByAnother).ShouldBeOfType<Conflict>();

        told.Arguments[0].ShouldBe(Staff.Maya.Name);
        told.Arguments[1].ShouldMatch("^[0-9]{2}/[0-9]{2}/2026 [0-9]{2}[.][0-9]{2} WIB$");
        (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "OTHER", "tidak"), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "OTHER", "tidak"), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Activating);
    }

    private static EditRejectionReason Of(RejectionReason reason) =>
        new(reason.Code, reason.Position, reason.Name, reason.Text, reason.LegalGround, reason.IsActive, reason.Version);

    private static async Task<StatusView> StatusAsync(CoreHost core, CaseState state)
    {
        var token = await core.Get<PublicLinks>().StatusTokenAsync(state.CaseId, Token);
        return (await core.Get<PublicLinks>().FindStatusAsync(token, Token)).ShouldBeDone();
    }
}
