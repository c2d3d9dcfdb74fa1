using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>A hold by Tim Kepatuhan stands beside an untouched status; the clock stands still while it lasts.</summary>
public sealed class HoldTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Leaves_the_case_where_it_stood_with_its_worker_and_exactly_the_time_that_was_left(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var calendar = (await core.Get<SlaPolicyProvider>().GetAsync(Token)).Calendar;
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        core.Clock.Advance(TimeSpan.FromMinutes(97));
        var due = (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.DueAt!.Value;
        var left = calendar.Between(core.Clock.GetUtcNow(), due);

        state = (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "pemeriksaan"), Staff.Ratna, Token)).ShouldBeDone();
        var held = await core.Cases.LoadAsync(state.CaseId);
        (held.Status, held.Hold!.ByName, held.Hold.Reason).ShouldBe((CaseStatus.InVerification, Staff.Ratna.Name, "pemeriksaan"));
        (held.LiveWorkItem!.DueAt, held.LiveWorkItem.RemainingTime).ShouldBe((null, left));

        core.Clock.Advance(TimeSpan.FromDays(5));
        await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token);
        (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.ToldPercent.ShouldBe(0, "its clock stands");
        state = (await core.Get<HoldCaseHandler>().ReleaseAsync(new(CasesAt.Target(state), "selesai"), Staff.Ratna, Token)).ShouldBeDone();

        var released = await core.Cases.LoadAsync(state.CaseId);
        (released.Status, released.Hold, released.LiveWorkItem!.AssigneeId).ShouldBe((CaseStatus.InVerification, null, Staff.Dewi.Id));
        released.LiveWorkItem.DueAt.ShouldBe(calendar.Add(core.Clock.GetUtcNow(), left));
        (await CheckAsync(core, state)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task Stops_everybody_and_every_job(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        state = (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "pemeriksaan"), Staff.Ratna, Token)).ShouldBeDone();

        (await CheckAsync(core, state)).ShouldBeRefused(RefusalCode.CaseOnHold);
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "lagi"), Staff.Ratna, Token)).ShouldBeRefused(RefusalCode.CaseOnHold);
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Actor.Applicant(state.CaseId), Token)).ShouldBeRefused(RefusalCode.CaseOnHold);
        (await core.Get<WorkItemHandler>().ReleaseAsync(item, Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.CaseOnHold);
        (await core.Get<WorkItemHandler>().AssignAsync(item, Staff.Agus, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.CaseOnHold);
        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(CasesAt.Target(state), "boleh"), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(CasesAt.Target(state), " "), Staff.Ratna, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
    }

    [Theory, DatabaseProviders]
    public async Task Gives_the_applicant_the_held_time_back(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), "Alamat?"), Staff.Sari, Token)).ShouldBeDone();
        var promised = (await core.Cases.LoadAsync(state.CaseId)).OpenClarification!.AnswerBy;
        var left = (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.RemainingTime;

        core.Clock.Advance(TimeSpan.FromDays(13));
        state = (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "pemeriksaan"), Staff.Ratna, Token)).ShouldBeDone();
        var answers = new Answers(core.Services);
        var link = await answers.LinkAsync(state.CaseId);
        await answers.SaveAsync(link, 1, new ItemAnswer { Note = "Jl. Contoh 2" });
        (await answers.SendAsync(link)).ShouldBeRefused(RefusalCode.CaseOnHold);
        core.Clock.Advance(TimeSpan.FromDays(30));
        await core.Get<ExpireUnansweredHandler>().HandleAsync(Token);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApplicant);

        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(CasesAt.Target(state), "selesai"), Staff.Ratna, Token)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.OpenClarification!.AnswerBy.ShouldBe(promised.AddDays(30));
        (owner.LiveWorkItem!.State, owner.LiveWorkItem.DueAt, owner.LiveWorkItem.RemainingTime).ShouldBe((WorkItemState.Waiting, null, left));
    }

    private static Task<Result<CaseState>> CheckAsync(CoreHost core, CaseState state) =>
        core.Get<RecordCheckHandler>().HandleAsync(new(CasesAt.Target(state), new(CheckCode.NewCustomer), CheckResult.Passed, new([], "dicari")), Staff.Dewi, Token);
}
