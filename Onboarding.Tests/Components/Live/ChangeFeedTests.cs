using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Live;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Live;

public sealed class ChangeFeedTests
{
    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);

    [Fact]
    public void A_receiver_that_throws_hurts_neither_the_writer_nor_the_others()
    {
        List<CaseChange> heard = [];
        using var broken = _feed.Subscribe(_ => throw new InvalidOperationException("broken"));
        using var sound = _feed.Subscribe(heard.Add);

        _feed.Publish(Changes.Of(1));

        heard.Count.ShouldBe(1);
    }

    [Fact]
    public void A_receiver_hears_nothing_after_it_left()
    {
        List<CaseChange> heard = [];
        _feed.Subscribe(heard.Add).Dispose();

        _feed.Publish(Changes.Of(1));

        heard.ShouldBeEmpty();
    }

    [Fact]
    public void A_receiver_may_leave_while_it_is_told()
    {
        IDisposable? own = null;
        var heard = 0;
        own = _feed.Subscribe(_ =>
        {
            heard++;
            own!.Dispose();
        });

        _feed.Publish(Changes.Of(1));
        _feed.Publish(Changes.Of(1, version: 2));

        heard.ShouldBe(1);
    }

    [Fact]
    public void What_another_node_published_is_not_told_to_that_node_again()
    {
        List<CaseChange> all = [];
        List<CaseChange> own = [];
        using var everything = _feed.Subscribe(all.Add);
        using var bridge = _feed.SubscribeToOwn(own.Add);

        _feed.Publish(Changes.Of(1));
        _feed.PassOn(Changes.Of(2));

        all.Count.ShouldBe(2);
        own.ShouldHaveSingleItem().ShouldBe(all[0]);
    }

    [Fact]
    public async Task A_burst_of_a_thousand_notices_reaches_a_listener_in_a_few_batches()
    {
        TaskCompletionSource heardLast = new();
        List<ChangeBatch> batches = [];
        using ChangeListener listener = Listen(batch =>
        {
            batches.Add(batch);
            if (batch.Changes.Any(change => change.Version == 1000))
            {
                heardLast.SetResult();
            }

            return Task.CompletedTask;
        });
        listener.Start();

        for (var version = 1; version <= 1000; version++)
        {
            _feed.Publish(Changes.Of(version % 7, version));
        }

        await heardLast.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        batches.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Notices_from_before_the_start_are_kept_and_merged()
    {
        TaskCompletionSource<ChangeBatch> first = new();
        using ChangeListener listener = Listen(batch =>
        {
            first.TrySetResult(batch);
            return Task.CompletedTask;
        });

        _feed.Publish(Changes.Of(1, 1, WorkQueue.Intake));
        _feed.Publish(Changes.Of(1, 2, WorkQueue.Verification));
        listener.Start();

        var told = await first.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var change = told.Changes.ShouldHaveSingleItem();
        change.Version.ShouldBe(2);
        change.Queues.ShouldBe([WorkQueue.Intake, WorkQueue.Verification], ignoreOrder: true);
        told.HasGaps.ShouldBeFalse();
    }

    [Fact]
    public async Task Too_many_cases_become_the_request_to_read_everything()
    {
        TaskCompletionSource<ChangeBatch> first = new();
        using ChangeListener listener = Listen(batch =>
        {
            first.TrySetResult(batch);
            return Task.CompletedTask;
        });

        for (var number = 0; number <= ChangeInbox.MostCases; number++)
        {
            _feed.Publish(Changes.Of(number));
        }

        listener.Start();

        var told = await first.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        told.HasGaps.ShouldBeTrue();
        told.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_listener_that_fails_is_told_the_next_change_nevertheless()
    {
        TaskCompletionSource heardSecond = new();
        List<Exception> failures = [];
        using ChangeListener listener = Listen(
            batch =>
            {
                if (failures.Count == 0)
                {
                    throw new InvalidOperationException("first");
                }

                heardSecond.TrySetResult();
                return Task.CompletedTask;
            },
            failures.Add);
        listener.Start();

        _feed.Publish(Changes.Of(1));
        SpinWait.SpinUntil(() => failures.Count == 1, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        _feed.Publish(Changes.Of(2));

        await heardSecond.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private ChangeListener Listen(Func<ChangeBatch, Task> handle, Action<Exception>? fail = null) =>
        new(_feed, TimeProvider.System, TimeSpan.FromMilliseconds(20), _ => true, handle, exception =>
        {
            fail?.Invoke(exception);
            return Task.CompletedTask;
        });
}
