using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>Who may look into which case: a draft is Customer Service's own, and those who may not see it cannot tell that it is there.</summary>
public sealed class CaseReadingTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly ActorRole[] Teams =
        [ActorRole.CustomerService, ActorRole.Administration, ActorRole.InformationTechnology, ActorRole.Supervisor, ActorRole.Compliance];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_five_teams_read_every_case_but_drafts_belong_to_customer_service_supervisor_and_compliance()
    {
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            ActorRole[] readers = status == CaseStatus.Draft ? [ActorRole.CustomerService, ActorRole.Supervisor, ActorRole.Compliance] : Teams;
            foreach (var role in Enum.GetValues<ActorRole>())
            {
                CaseAccess.MayRead(Staff.Person("one", "One", role), status).ShouldBe(readers.Contains(role), $"{role} and {status}");
            }
        }
    }

    [Fact]
    public async Task A_draft_cannot_be_told_from_a_case_that_there_is_not_by_who_may_not_see_it()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var (draft, document) = await DraftAsync(core, 8101);
        foreach (var role in Teams)
        {
            var person = Staff.Person("reader", "Reader", role);
            var may = CaseAccess.MayRead(person, CaseStatus.Draft);

            (await core.Get<CaseFileReader>().IsOpenToAsync(draft.Number, person, Token)).ShouldBe(may, role.ToString());
            (await core.Get<CaseFileReader>().ReadAsync(draft.Number, person, Token)).IsDone.ShouldBe(may, role.ToString());
            (await core.Get<OpenDocumentHandler>().HandleAsync(new(draft.Number, document), person, Token)).IsDone.ShouldBe(may, role.ToString());
            (await core.Get<ReportReader>().FilledFormAsync(draft.Number, person, Token)).IsDone.ShouldBe(may, role.ToString());
            (await core.Get<RecordReportIssueHandler>().HandleAsync(
                new(draft.CaseId, ReportKind.RegistrationForm, ReportFormat.Pdf, Language.Indonesian, new byte[32]), person, Token)).IsDone.ShouldBe(may, role.ToString());
        }

        var missing = (await core.Get<CaseFileReader>().ReadAsync("ONB-2026-999999", Staff.Dewi, Token)).Refusal;
        (await core.Get<CaseFileReader>().ReadAsync(draft.Number, Staff.Dewi, Token)).Refusal.ShouldBeOfType<NotFound>().Code.ShouldBe(missing!.Code);
        (await core.Get<OpenDocumentHandler>().HandleAsync(new(draft.Number, document), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await core.Get<CaseFileReader>().IsOpenToAsync("ONB-2026-999999", Staff.Sari, Token)).ShouldBeFalse();
    }

    private static async Task<(CaseState State, Guid Document)> DraftAsync(CoreHost core, int serial)
    {
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "x.png"), Registrations.Picture(), Token)).ShouldBeDone();
        var made = (await core.Get<RegisterCaseHandler>().HandleAsync(
            new(key, "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, Registrations.Person(serial), null, IsDraft: true), Staff.Sari, Token)).ShouldBeDone();
        return (made.State, (await core.Cases.LoadAsync(made.State.CaseId)).Documents[0].Id);
    }
}
