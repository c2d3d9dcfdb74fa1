using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>Sent back with points, a case goes on when each of them is ticked off.</summary>
public sealed class SendBackPointsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Verification_is_not_completed_before_every_point_is_ticked_off(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await SentBackAsync(core, Stage.Verification, new AskedPoint(PointSubject.OfField("Phone"), " Nomor tidak aktif "), new AskedPoint(PointSubject.OfCheck("NewCustomer"), "Cari lagi"));
        state = await core.Cases.ClaimAsync(state, Staff.Dewi);
        (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.PointsOpen).Arguments.ShouldBe(["2"]);

        var points = (await core.Cases.LoadAsync(state.CaseId)).CurrentPoints(Stage.Verification);
        points.Select(point => (point.Subject.Item.Field, point.Subject.Check, point.Remark)).ShouldBe([("Phone", null, "Nomor tidak aktif"), (null, "NewCustomer", "Cari lagi")]);
        foreach (var point in points)
        {
            state = await SettleAsync(core, state, point, Staff.Dewi);
        }

        (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Dewi, Token)).ShouldBeDone();
        (await core.Cases.LoadAsync(state.CaseId)).SendBackPoints.ShouldAllBe(point => point.DoneByName == Staff.Dewi.Name && point.DoneAt != null);
    }

    [Theory, DatabaseProviders]
    public async Task The_customer_record_is_not_completed_before_every_point_is_ticked_off_and_a_tick_can_be_taken_back(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await SentBackAsync(core, Stage.Recording, new AskedPoint(PointSubject.General, "Nama usaha")), Staff.Agus);
        var point = (await core.Cases.LoadAsync(state.CaseId)).CurrentPoints(Stage.Recording).ShouldHaveSingleItem();

        state = await SettleAsync(core, state, point, Staff.Agus);
        state = await SettleAsync(core, state, point, Staff.Agus, isDone: false);
        (await core.Get<CompleteRecordingHandler>().HandleAsync(new(CasesAt.Target(state), CasesAt.AllFields), Staff.Agus, Token)).ShouldBeRefused(RefusalCode.PointsOpen);
        state = await SettleAsync(core, state, point, Staff.Agus);

        (await core.Get<CompleteRecordingHandler>().HandleAsync(new(CasesAt.Target(state), CasesAt.AllFields), Staff.Agus, Token)).ShouldBeDone().Status.ShouldBe(CaseStatus.Recorded);
    }

    [Theory, DatabaseProviders]
    public async Task Points_are_about_what_there_is_and_say_what_has_to_be_mended(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        PointSubject[] unknown = [PointSubject.OfField("Colour"), PointSubject.OfCheck("Nothing"), PointSubject.OfDocument((DocumentKind)999), PointSubject.OfField("Phone") with { Check = "NewCustomer" }];

        foreach (var subject in unknown)
        {
            (await SendAsync(core, state, Stage.Verification, [new AskedPoint(subject, "perbaiki")])).ShouldBeInvalid("Points.1.Subject", InputProblem.UnknownChoice);
        }

        (await SendAsync(core, state, Stage.Verification, [new AskedPoint(PointSubject.General, " ")])).ShouldBeInvalid("Points.1.Remark", InputProblem.Required);
        (await SendAsync(core, state, Stage.Verification, [.. Enumerable.Repeat(new AskedPoint(PointSubject.General, "x"), SendBackPoint.Most + 1)]))
            .ShouldBeInvalid("Points", InputProblem.OutOfRange);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApproval);
    }

    [Theory, DatabaseProviders]
    public async Task Without_a_point_there_is_nothing_to_tick_off(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await SentBackAsync(core, Stage.Verification), Staff.Dewi);

        (await core.Get<SettlePointHandler>().HandleAsync(new(CasesAt.Target(state), Guid.Empty, true), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.NothingToDecide);
        (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Dewi, Token)).ShouldBeDone();
    }

    private static async Task<CaseState> SentBackAsync(CoreHost core, Stage to, params AskedPoint[] points)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        return (await SendAsync(core, state, to, points)).ShouldBeDone();
    }

    private static Task<Result<CaseState>> SendAsync(CoreHost core, CaseState state, Stage to, AskedPoint[] points) =>
        core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), to, "periksa lagi") { Points = points }, Staff.Maya, Token);

    private static async Task<CaseState> SettleAsync(CoreHost core, CaseState state, SendBackPoint point, Actor actor, bool isDone = true) =>
        (await core.Get<SettlePointHandler>().HandleAsync(new(CasesAt.Target(state), point.Id, isDone), actor, Token)).ShouldBeDone();
}
