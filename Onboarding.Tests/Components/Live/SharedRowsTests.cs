using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Live;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Live;

/// <summary>What changed is read once for all pages, and never from before the change.</summary>
public sealed class SharedRowsTests(TestDatabases databases) : IClassFixture<TestDatabases>, IAsyncLifetime
{
    private static readonly QueueQuery Shown = new([WorkQueue.Intake], OnlyMine: false, After: null, 1);

    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);
    private CoreHost _core = default!;
    private SharedRows _rows = default!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        _rows = new SharedRows(_feed, _core.Get<QueueReader>(), _core.Get<CaseRowsReader>(), _core.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        _rows.Dispose();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task Answers_again_what_was_read_until_a_notice_says_that_it_changed()
    {
        var state = await _core.Cases.ReceivedAsync();
        (await AssigneeAsync(state)).ShouldBeNull();
        await _core.Cases.ClaimAsync(state, Staff.Bayu);

        (await AssigneeAsync(state)).ShouldBeNull("nobody has told of it yet");
        _feed.Publish(Changes.Of(1) with { CaseId = state.CaseId });

        (await AssigneeAsync(state)).ShouldBe(Staff.Bayu.Id);
    }

    [Fact]
    public async Task Whoever_is_told_first_reads_what_is_there_after_the_change()
    {
        // This page was open before anything was shared, so it would be told before the shared answers are thrown away.
        Task<string?>? answer = null;
        ChangeFeed feed = new(NullLogger<ChangeFeed>.Instance);
        SharedRows? rows = null;
        using var page = feed.Subscribe(change => answer = AssigneeAsync(rows!, change.CaseId));
        using (rows = new SharedRows(feed, _core.Get<QueueReader>(), _core.Get<CaseRowsReader>(), _core.Clock))
        {
            var state = await _core.Cases.ReceivedAsync();
            (await AssigneeAsync(rows, state.CaseId)).ShouldBeNull();
            await _core.Cases.ClaimAsync(state, Staff.Bayu);

            feed.Publish(Changes.Of(1) with { CaseId = state.CaseId });

            (await answer.ShouldNotBeNull()).ShouldBe(Staff.Bayu.Id);
        }
    }

    [Fact]
    public async Task Lost_notices_and_time_make_it_read_again()
    {
        var state = await _core.Cases.ReceivedAsync();
        await AssigneeAsync(state);
        await _core.Cases.ClaimAsync(state, Staff.Bayu);
        _feed.TellMissed();
        (await AssigneeAsync(state)).ShouldBe(Staff.Bayu.Id);

        (await _core.Get<WorkItemHandler>().ReleaseAsync(await _core.Cases.LiveWorkItemAsync(state.CaseId), Staff.Bayu, Token)).ShouldBeDone();
        (await AssigneeAsync(state)).ShouldBe(Staff.Bayu.Id);
        _core.Clock.Advance(SharedRows.Freshness);

        (await AssigneeAsync(state)).ShouldBeNull();
    }

    [Fact]
    public async Task Gives_each_person_the_rows_and_numbers_of_their_own_queues()
    {
        var state = await _core.Cases.ReceivedAsync();

        (await _rows.OfCaseAsync(state.CaseId, Shown, Staff.Sari, Token)).ShouldHaveSingleItem().Actions.ShouldContain(WorkItemAction.Claim);
        (await _rows.OfCaseAsync(state.CaseId, Shown, Staff.Maya, Token)).ShouldHaveSingleItem().Actions.ShouldNotContain(WorkItemAction.Claim);
        (await _rows.OfCaseAsync(state.CaseId, Shown, Staff.Rudi, Token)).ShouldBeEmpty();
        (await _rows.CountAsync(Staff.Sari, Token))[WorkQueue.Intake].ShouldBe(1);
        (await _rows.CountAsync(Staff.Rudi, Token)).ShouldBeEmpty();
    }

    private Task<string?> AssigneeAsync(CaseState state) => AssigneeAsync(_rows, state.CaseId);

    private static async Task<string?> AssigneeAsync(SharedRows rows, Guid caseId) => (await rows.OfCaseAsync(caseId, Shown, Staff.Sari, Token)).Single().AssigneeId;
}
