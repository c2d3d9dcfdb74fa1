using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage2Verification;

/// <summary>What the core does with an external source: asks as little as it can, keeps what was said, and lets nobody claim what it never said.</summary>
public sealed class AskSourceTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly CheckKey Line = new(CheckCode.ExternalSource, "register");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task An_answer_is_kept_with_its_date_and_used_again_until_it_is_too_old(DatabaseKind kind)
    {
        var source = new Register();
        await using var core = await StartAsync(kind, source);
        var state = await ClaimedAsync(core, Registrations.Person(8401));

        state = (await AskAsync(core, state)).ShouldBeDone();
        state = (await AskAsync(core, state)).ShouldBeDone();

        source.Questions.ShouldHaveSingleItem().Values.Keys.ShouldBe([nameof(PersonData.Nik), nameof(PersonData.FullName)], ignoreOrder: true);
        var line = (await FileAsync(core, state)).Sources.ShouldHaveSingleItem();
        (line.Answer!.State, line.Answer.IsReused, line.Answer.AnsweredAt).ShouldBe((SourceState.Match, true, CoreHost.Start));
        line.Reply!.Fields[nameof(PersonData.Nik)].ShouldBeTrue();

        (await AskAsync(core, state, again: true)).ShouldBeDone();
        source.Questions.Count.ShouldBe(2);
        core.Clock.Advance(TimeSpan.FromHours(25));
        (await AskAsync(core, state, version: null)).ShouldBeDone();
        source.Questions.Count.ShouldBe(3);
    }

    [Theory, DatabaseProviders]
    public async Task A_gap_of_the_source_is_an_answer_that_is_never_used_again(DatabaseKind kind)
    {
        var source = new Register { Reply = SourceReply.Unavailable("Timeout") };
        await using var core = await StartAsync(kind, source);
        var state = await ClaimedAsync(core, Registrations.Person(8402));

        state = (await AskAsync(core, state)).ShouldBeDone();
        state = (await AskAsync(core, state)).ShouldBeDone();

        source.Questions.Count.ShouldBe(2);
        (await FileAsync(core, state)).Sources.Single().Answer!.State.ShouldBe(SourceState.Unavailable);
    }

    [Fact]
    public async Task A_check_passes_on_an_answer_or_on_the_word_of_who_asked_by_hand()
    {
        var source = new Register { Reply = SourceReply.Unavailable("Timeout") };
        await using var core = await StartAsync(DatabaseKind.Sqlite, source);
        var state = await ClaimedAsync(core, Registrations.Person(8403));

        (await RecordAsync(core, state, new([], "katanya sesuai"))).ShouldBeRefused(RefusalCode.SourceNotConfirmed);
        state = (await AskAsync(core, state)).ShouldBeDone();
        (await RecordAsync(core, state, new([EvidenceKind.SourceAnswer]))).ShouldBeRefused(RefusalCode.SourceNotConfirmed);
        (await RecordAsync(core, state, new([EvidenceKind.AskedByHand]))).Refusal.ShouldBeOfType<Invalid>();
        state = (await RecordAsync(core, state, new([EvidenceKind.AskedByHand], "Dicek di loket Dukcapil, petugas Andi."))).ShouldBeDone();

        source.Reply = SourceReply.Of(new Dictionary<string, bool> { [nameof(PersonData.Nik)] = true }, null);
        state = (await AskAsync(core, state, again: true)).ShouldBeDone();
        (await RecordAsync(core, state, new([EvidenceKind.SourceAnswer]))).ShouldBeDone();
    }

    [Fact]
    public async Task An_answer_about_other_values_confirms_nothing()
    {
        var source = new Register();
        await using var core = await StartAsync(DatabaseKind.Sqlite, source);
        var data = Registrations.Person(8404);
        var state = (await AskAsync(core, await ClaimedAsync(core, data))).ShouldBeDone();
        state = (await RecordAsync(core, state, new([EvidenceKind.SourceAnswer]))).ShouldBeDone();

        state = (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), data with { FullName = "Budi Lain" }, "klarifikasi"), Staff.Dewi, Token)).ShouldBeDone();

        var file = await FileAsync(core, state);
        file.Sources.Single().Answer.ShouldBeNull();
        file.Verification.Find(Line)!.Stale!.Fields.ShouldBe([nameof(PersonData.FullName)]);
        (await RecordAsync(core, state, new([EvidenceKind.SourceAnswer]))).ShouldBeRefused(RefusalCode.SourceNotConfirmed);
    }

    [Fact]
    public async Task Nothing_leaves_the_house_for_who_may_not_ask_and_nothing_is_kept_of_who_gave_up()
    {
        var source = new Register();
        await using var core = await StartAsync(DatabaseKind.Sqlite, source);
        var state = await ClaimedAsync(core, Registrations.Person(8405));

        (await core.Get<AskSourceHandler>().HandleAsync(new(CasesAt.Target(state), "register"), Staff.Agus, Token)).ShouldBeRefused(RefusalCode.WorkedByAnother);
        (await core.Get<AskSourceHandler>().HandleAsync(new(CasesAt.Target(state) with { Version = 1 }, "register"), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await core.Get<AskSourceHandler>().HandleAsync(new(CasesAt.Target(state), "tidak-ada"), Staff.Dewi, Token)).Refusal.ShouldBeOfType<Invalid>();
        source.Questions.ShouldBeEmpty();

        using var gaveUp = new CancellationTokenSource();
        source.WhileAsked = gaveUp.Cancel;
        await Should.ThrowAsync<OperationCanceledException>(() => core.Get<AskSourceHandler>().HandleAsync(new(CasesAt.Target(state), "register"), Staff.Dewi, gaveUp.Token));
        (await core.Cases.LoadAsync(state.CaseId)).SourceAnswers.ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task The_case_is_not_locked_while_the_source_takes_its_time(DatabaseKind kind)
    {
        var source = new Register();
        await using var core = await StartAsync(kind, source);
        var state = await ClaimedAsync(core, Registrations.Person(8406));
        Result<CaseState>? meanwhile = null;
        source.WhileAskedAsync = async () => meanwhile = await core.Cases.CheckAsync(state, new(CheckCode.ContactReachable), CheckResult.Passed, Staff.Dewi);

        (await AskAsync(core, state)).ShouldBeDone();

        meanwhile!.ShouldBeDone();
        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Checks.Count, owner.SourceAnswers.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_was_asked_and_said_stands_nowhere_in_the_clear()
    {
        var source = new Register();
        await using var core = await StartAsync(DatabaseKind.Sqlite, source);
        var data = Registrations.Person(8407);
        var state = (await AskAsync(core, await ClaimedAsync(core, data))).ShouldBeDone();

        var answer = (await core.Cases.LoadAsync(state.CaseId)).SourceAnswers.Single();
        Encoding.Latin1.GetString(answer.ProtectedReply).ShouldNotContain(nameof(PersonData.Nik));
        (await FileAsync(core, state)).Timeline[0].Details.ShouldBe("""{"source":"register","answer":"Match","reused":false}""");
        source.Questions.Single().ToString().ShouldNotContain(data.Nik!);
    }

    private async Task<CoreHost> StartAsync(DatabaseKind kind, Register source) =>
        await CoreHost.StartAsync(await databases.Fresh(kind), services => services.AddSingleton<IVerificationSource>(source));

    private static async Task<CaseState> ClaimedAsync(CoreHost core, ApplicantData data) =>
        await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(data), Staff.Dewi);

    private static Task<Result<CaseState>> AskAsync(CoreHost core, CaseState state, bool again = false, int? version = 0) =>
        core.Get<AskSourceHandler>().HandleAsync(new(version is null ? new CaseTarget(state.CaseId, null) : CasesAt.Target(state), "register", again), Staff.Dewi, Token);

    private static Task<Result<CaseState>> RecordAsync(CoreHost core, CaseState state, CheckEvidence evidence) =>
        core.Get<RecordCheckHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), Line, CheckResult.Passed, evidence), Staff.Dewi, Token);

    private static async Task<CaseFile> FileAsync(CoreHost core, CaseState state) =>
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Dewi, Token)).ShouldBeDone();

    private sealed class Register : IVerificationSource
    {
        public SourceInfo Info { get; } = new(
            "register", "Register", "Register", [CustomerKind.Person], [nameof(PersonData.Nik), nameof(PersonData.FullName)], TimeSpan.FromHours(24));

        public List<SourceQuestion> Questions { get; } = [];

        public SourceReply Reply { get; set; } = SourceReply.Of(new Dictionary<string, bool> { [nameof(PersonData.Nik)] = true, [nameof(PersonData.FullName)] = true }, "R-1");

        public Action? WhileAsked { get; set; }

        public Func<Task>? WhileAskedAsync { get; set; }

        public async Task<SourceReply> AskAsync(SourceQuestion question, CancellationToken cancellationToken)
        {
            Questions.Add(question);
            WhileAsked?.Invoke();
            await (WhileAskedAsync?.Invoke() ?? Task.CompletedTask);
            return Reply;
        }
    }
}
