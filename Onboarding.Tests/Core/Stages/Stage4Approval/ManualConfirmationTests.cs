using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>IT saw itself that a service runs whose activation failed at the connection only (SOP stage 4).</summary>
public sealed class ManualConfirmationTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Sets_going_what_the_system_would_have_and_keeps_the_evidence(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await FailedAsync(core);
        await core.Cases.ClaimAsync(state, Staff.Rudi);
        var confirm = core.Get<ConfirmActivationManuallyHandler>();

        (await confirm.HandleAsync(new(new(state.CaseId, null), "SVC-77", " "), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
        (await confirm.HandleAsync(new(new(state.CaseId, null), "<b>", "dilihat"), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await confirm.HandleAsync(new(new(state.CaseId, null), " SVC-77 ", "Dilihat di sistem aktivasi 10.15 WIB"), Staff.Rudi, Token)).ShouldBeDone();

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Rudi, Token)).ShouldBeDone();
        (file.Case.Status, file.Case.ActivationReference, file.Case.ActivationFailed, file.Case.FollowUps.Count, file.Case.LiveWorkItem)
            .ShouldBe((CaseStatus.Active, "SVC-77", false, 1, null));
        (file.Timeline[0].Action, file.Timeline[0].Reason).ShouldBe((nameof(CaseAction.ConfirmActivationManually), "Dilihat di sistem aktivasi 10.15 WIB"));
    }

    [Theory, DatabaseProviders]
    public async Task Is_refused_while_the_system_may_still_confirm_by_itself(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await FailedAsync(core);
        await core.Cases.ClaimAsync(state, Staff.Rudi);
        (await core.Get<RetryActivationHandler>().HandleAsync(new(new(state.CaseId, null), null), Staff.Rudi, Token)).ShouldBeDone();

        (await core.Get<ConfirmActivationManuallyHandler>().HandleAsync(new(new(state.CaseId, null), "SVC-77", "dilihat"), Staff.Rudi, Token)).IsDone.ShouldBeFalse();
    }

    [Theory, DatabaseProviders]
    public async Task A_late_confirmation_by_the_system_changes_nothing_any_more(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await FailedAsync(core);
        await core.Cases.ClaimAsync(state, Staff.Rudi);
        (await core.Get<ConfirmActivationManuallyHandler>().HandleAsync(new(new(state.CaseId, null), "SVC-77", "dilihat"), Staff.Rudi, Token)).ShouldBeDone();

        (await core.Get<ConfirmActivationHandler>().HandleAsync(new(state.CaseId, "SVC-78"), Actor.System("test"), Token)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.ActivationReference, owner.FollowUps.Count).ShouldBe(("SVC-77", 1));
    }

    private static async Task<CaseState> FailedAsync(CoreHost core)
    {
        var state = await core.Cases.ActivatingAsync();
        return (await core.Get<ReportActivationFailureHandler>().HandleAsync(new(state.CaseId, "Timeout"), Actor.System("test"), Token)).ShouldBeDone();
    }
}
