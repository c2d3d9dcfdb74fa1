using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>
/// Who may look into which case: a draft is Customer Service's own, thrown away or not, and those who may not see it cannot tell
/// that it is there.
/// </summary>
public sealed class CaseReadingTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly ActorRole[] Teams =
        [ActorRole.CustomerService, ActorRole.Administration, ActorRole.InformationTechnology, ActorRole.Supervisor, ActorRole.Compliance];

    private static readonly ActorRole[] Drafters = [ActorRole.CustomerService, ActorRole.Supervisor, ActorRole.Compliance];

    private static int _serial = 8100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What can become of a registration in stage 1.</summary>
    public enum Fate
    {
        Draft,
        Discarded,
        SentIn,
        Cancelled,
    }

    [Fact]
    public void The_five_teams_read_every_case_but_what_was_never_received_belongs_to_customer_service_supervisor_and_compliance()
    {
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            foreach (var wasReceived in new[] { false, true })
            {
                var owner = Case(status, wasReceived);
                var isOpen = status != CaseStatus.Draft && (status != CaseStatus.Cancelled || wasReceived);
                var readers = isOpen ? Teams : Drafters;
                foreach (var role in Enum.GetValues<ActorRole>())
                {
                    var person = Staff.Person("one", "One", role);
                    CaseAccess.MayRead(person, owner).ShouldBe(readers.Contains(role), $"{role} and {status}, received {wasReceived}");
                    CaseAccess.ReadableBy(person).Compile()(owner).ShouldBe(readers.Contains(role), $"{role} and {status}, received {wasReceived}");
                }
            }
        }
    }

    [Theory]
    [DatabaseProviders(Fate.Draft, false)]
    [DatabaseProviders(Fate.Discarded, false)]
    [DatabaseProviders(Fate.SentIn, true)]
    [DatabaseProviders(Fate.Cancelled, true)]
    public async Task A_draft_cannot_be_told_from_a_case_that_there_is_not_by_who_may_not_see_it_even_when_it_was_thrown_away(DatabaseKind kind, Fate fate, bool wasReceived)
    {
        var core = await cores.SharedAsync(kind);
        var (draft, document) = await DraftAsync(core, fate);
        foreach (var role in Teams)
        {
            var person = Staff.Person("reader", "Reader", role);
            var may = wasReceived || Drafters.Contains(role);

            (await core.Get<CaseFileReader>().IsOpenToAsync(draft.Number, person, Token)).ShouldBe(may, role.ToString());
            (await core.Get<CaseFileReader>().ReadAsync(draft.Number, person, Token)).IsDone.ShouldBe(may, role.ToString());
            (await core.Get<OpenDocumentHandler>().HandleAsync(new(draft.Number, document), person, Token)).IsDone.ShouldBe(may, role.ToString());
            (await core.Get<ReportReader>().FilledFormAsync(draft.Number, person, Token)).IsDone.ShouldBe(may, role.ToString());
            (await core.Get<RecordReportIssueHandler>().HandleAsync(
                new(draft.CaseId, ReportKind.RegistrationForm, ReportFormat.Pdf, Language.Indonesian, new byte[32]), person, Token)).IsDone.ShouldBe(may, role.ToString());
        }

        if (wasReceived)
        {
            return;
        }

        var missing = (await core.Get<CaseFileReader>().ReadAsync("ONB-2026-999999", Staff.Dewi, Token)).Refusal;
        (await core.Get<CaseFileReader>().ReadAsync(draft.Number, Staff.Dewi, Token)).Refusal.ShouldBeOfType<NotFound>().Code.ShouldBe(missing!.Code);
        (await core.Get<OpenDocumentHandler>().HandleAsync(new(draft.Number, document), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await core.Get<CaseFileReader>().IsOpenToAsync("ONB-2026-999999", Staff.Sari, Token)).ShouldBeFalse();
    }

    private static async Task<(CaseState State, Guid Document)> DraftAsync(CoreHost core, Fate fate)
    {
        var serial = Interlocked.Increment(ref _serial);
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "x.png"), Registrations.Picture(), Token)).ShouldBeDone();
        var made = (await core.Get<RegisterCaseHandler>().HandleAsync(
            new(key, "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, Registrations.Person(serial), null, IsDraft: true), Staff.Sari, Token)).ShouldBeDone().State;
        var target = CasesAt.Target(made);
        var drafts = core.Get<SubmitDraftHandler>();
        var state = fate switch
        {
            Fate.Draft => made,
            Fate.Discarded => (await drafts.DiscardAsync(target, Staff.Sari, Token)).ShouldBeDone(),
            _ => (await drafts.HandleAsync(new(target, new("2026-01", Registration: true, Marketing: false)), Staff.Sari, Token)).ShouldBeDone(),
        };
        if (fate == Fate.Cancelled)
        {
            state = await core.Cases.ClaimAsync(state, Staff.Sari);
            state = (await core.Get<CancelRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), "iklan"), Staff.Sari, Token)).ShouldBeDone();
        }

        return (state, (await core.Cases.LoadAsync(state.CaseId)).Documents[0].Id);
    }

    private static OnboardingCase Case(CaseStatus status, bool wasReceived)
    {
        var now = DateTimeOffset.UnixEpoch;
        var data = Registrations.Person();
        var owner = new OnboardingCase(new NewCase(
            Guid.Empty, new CaseNumber(2026, 1), status, "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, data, [], Guid.Empty, new AccessLink([], []), null, now));

        // A concern is raised beside the path of a case; it says nothing of whether the case was received.
        owner.Add(new WorkItem(Guid.Empty, owner, ConcernKind.LowScore, Guid.Empty, now, now));
        if (wasReceived)
        {
            owner.Add(new WorkItem(Guid.Empty, owner, WorkQueue.Intake, now, now));
        }

        return owner;
    }
}
