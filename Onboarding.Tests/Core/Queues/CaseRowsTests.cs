using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Queues;

/// <summary>What is read once for everybody is to each of them what they would have read themselves.</summary>
public sealed class CaseRowsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly WorkQueue[] Everything = Enum.GetValues<WorkQueue>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Shows_each_person_the_rows_and_actions_that_they_would_read_themselves(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var waiting = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(1)), Staff.Bayu);
        (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(waiting), "Mohon foto KTP."), Staff.Bayu, Token)).ShouldBeDone();
        CaseState[] states =
        [
            waiting,
            await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(2)), Staff.Sari),
            await core.Cases.InVerificationAsync(Registrations.Business(3)),
            await core.Cases.AwaitingApprovalAsync(),
        ];

        // Whoever took part in a case and is a supervisor now must not claim its approval.
        var promoted = Staff.Person(Staff.Dewi.Id, Staff.Dewi.Name, [.. Staff.Dewi.Roles, ActorRole.Supervisor]);
        foreach (var actor in new[] { Staff.Sari, Staff.Bayu, Staff.Dewi, Staff.Rudi, Staff.Maya, Staff.Ratna, promoted, Actor.Nobody })
        {
            foreach (var filter in Filters())
            {
                foreach (var state in states)
                {
                    var query = new QueueQuery(Everything, OnlyMine: false, After: null, 1) { Filter = filter };
                    var own = await core.Get<QueueReader>().OfCaseAsync(state.CaseId, query, actor, Token);
                    var shared = (await core.Get<CaseRowsReader>().ReadAsync(state.CaseId, Token)).For(query, actor);
                    shared.Select(Facts).ShouldBe(own.Select(Facts), $"{actor.Name}: {filter.Assignee} {filter.Kind} {filter.Stage} {filter.ProductCode}");
                }
            }
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_case_that_has_no_work_left_has_no_rows(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);

        (await core.Get<CaseRowsReader>().ReadAsync(Guid.Empty, Token)).For(new QueueQuery(Everything, false, null, 1), Staff.Maya).ShouldBeEmpty();
    }

    [Fact]
    public void Times_flags_and_words_are_asked_of_the_database()
    {
        var query = new QueueQuery(Everything, OnlyMine: false, After: null, 1);

        Filters().All(filter => CaseRows.Answer(query with { Filter = filter })).ShouldBeTrue();
        CaseRows.Answer(query with { Filter = new() { Due = DueTime.Late } }).ShouldBeFalse();
        CaseRows.Answer(query with { Filter = new() { Flag = QueueFlag.Hold } }).ShouldBeFalse();
        CaseRows.Answer(query with { Filter = new() { Text = "rahasia" } }).ShouldBeFalse();
    }

    private static IEnumerable<QueueFilter> Filters() =>
    [
        QueueFilter.None, new() { Assignee = QueueFilter.Me }, new() { Assignee = QueueFilter.Nobody }, new() { Assignee = Staff.Bayu.Id }, new() { Assignee = string.Empty },
        new() { Stage = Stage.Verification }, new() { Kind = CustomerKind.Business }, new() { Channel = Channel.Partner },
        new() { ProductCode = "INTERNET-RUMAH" }, new() { ProductCode = "%" }, new() { ProvinceCode = "31" },
    ];

    private static string Facts(QueueRow row) =>
        $"{row.WorkItemId} {row.Version} {row.ApplicantName} {row.AssigneeId} {row.State} {row.SnoozedUntil} {row.RemainingTime} {string.Join(',', row.Actions)}";
}
