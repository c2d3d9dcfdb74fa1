using Onboarding.Core.Time;
using Onboarding.Portal.Live.Presence;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Live;

/// <summary>Who is where: seen at once, gone within seconds, and only at the case that was asked about.</summary>
public sealed class PresenceBoardTests : IDisposable
{
    private const string Number = "ONB-2026-000001";
    private const string Other = "ONB-2026-000002";

    private readonly TickingClock _clock = new();
    private readonly PresenceBoard _board;

    public PresenceBoardTests() => _board = new PresenceBoard(_clock);

    public void Dispose() => _board.Dispose();

    [Fact]
    public void Names_the_others_at_a_case_once_each_and_not_the_one_who_asks()
    {
        using PresenceTicket sari = _board.Enter(Number, Staff.Sari);
        using PresenceTicket again = _board.Enter(Number, Staff.Sari);
        using PresenceTicket bayu = _board.Enter(Number, Staff.Bayu);
        using PresenceTicket elsewhere = _board.Enter(Other, Staff.Dewi);

        _board.At(Number, Staff.Maya.Id).Select(person => person.Name).ShouldBe([Staff.Bayu.Name, Staff.Sari.Name]);
        _board.At(Number, Staff.Sari.Id).ShouldHaveSingleItem().Name.ShouldBe(Staff.Bayu.Name);
        _board.At("ONB-2026-000003", Staff.Maya.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Is_gone_with_the_last_page_and_while_the_connection_is_lost()
    {
        PresenceTicket first = _board.Enter(Number, Staff.Sari);
        PresenceTicket second = _board.Enter(Number, Staff.Sari);
        first.Dispose();
        _board.At(Number, "").ShouldHaveSingleItem();

        second.GoAway();
        _board.At(Number, "").ShouldBeEmpty();
        second.Return();
        _board.At(Number, "").ShouldHaveSingleItem();
        second.Dispose();
        second.Return();
        second.Type();

        _board.At(Number, "").ShouldBeEmpty();
        _board.Own.ShouldBeEmpty();
    }

    [Fact]
    public void Types_until_a_few_seconds_without_a_key()
    {
        using PresenceTicket sari = _board.Enter(Number, Staff.Sari);
        sari.Type();
        _clock.Pass(PresenceBoard.TypingFor - TimeSpan.FromSeconds(1));
        sari.Type();
        _clock.Pass(PresenceBoard.TypingFor - TimeSpan.FromSeconds(1));
        _board.At(Number, "").ShouldHaveSingleItem().IsTyping.ShouldBeTrue();

        _clock.Pass(TimeSpan.FromSeconds(2));

        _board.At(Number, "").ShouldHaveSingleItem().IsTyping.ShouldBeFalse();
        _clock.Timers.ShouldBe(0);
    }

    [Fact]
    public void What_another_node_told_runs_out_unless_it_is_repeated()
    {
        PresenceSign sign = new(SequentialId.New(_clock), Number, "far", "Fajar Nugroho", IsTyping: false, IsGone: false);
        _board.Hear(sign);
        _clock.Pass(PresenceBoard.HoldsFor - TimeSpan.FromSeconds(1));
        _board.Hear(sign);
        _clock.Pass(PresenceBoard.HoldsFor - TimeSpan.FromSeconds(1));
        _board.At(Number, "").ShouldHaveSingleItem().Name.ShouldBe("Fajar Nugroho");
        _board.Own.ShouldBeEmpty();

        _clock.Pass(TimeSpan.FromSeconds(2));

        _board.At(Number, "").ShouldBeEmpty();
        _clock.Timers.ShouldBe(0);
    }

    [Fact]
    public async Task Tells_only_who_follows_that_case_and_only_of_news()
    {
        TaskCompletionSource came = new();
        var elsewhere = 0;
        using IDisposable other = _board.Follow(Other, () => Interlocked.Increment(ref elsewhere));
        using IDisposable here = _board.Follow(Number, () => came.TrySetResult());
        List<PresenceSign> told = [];
        using IDisposable node = _board.Tell(told.Add);

        using PresenceTicket sari = _board.Enter(Number, Staff.Sari);
        sari.Type();
        sari.Type();
        _board.Hear(new PresenceSign(SequentialId.New(_clock), Number, "far", "Fajar Nugroho", IsTyping: false, IsGone: false));

        await came.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        elsewhere.ShouldBe(0);
        told.Select(sign => sign.IsTyping).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_second_page_of_the_same_person_is_no_news_to_the_others()
    {
        TaskCompletionSource first = new();
        int calls = 0;
        using IDisposable here = _board.Follow(Number, () =>
        {
            Interlocked.Increment(ref calls);
            first.TrySetResult();
        });
        using PresenceTicket page = _board.Enter(Number, Staff.Sari);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        _board.Enter(Number, Staff.Sari).Dispose();

        // Those who follow are called on the pool, in their turn: what was queued behind them comes after them.
        TaskCompletionSource behind = new();
        ThreadPool.UnsafeQueueUserWorkItem(static done => done.SetResult(), behind, preferLocal: false);
        await behind.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Volatile.Read(ref calls).ShouldBe(1);
    }

    /// <summary>A clock that a test moves, whose timers ring meanwhile as often as they should.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private readonly List<Timer> _timers = [];
        private DateTimeOffset _now = CoreHost.Start;

        public int Timers => _timers.Count;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time)
        {
            for (var end = _now + time; _now < end;)
            {
                _now += TimeSpan.FromSeconds(1);
                foreach (Timer timer in _timers.ToList())
                {
                    timer.Ring();
                }
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timer timer = new(this, () => callback(state));
            _timers.Add(timer);
            return timer;
        }

        private sealed class Timer(TickingClock clock, Action ring) : ITimer
        {
            public void Ring() => ring();

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => clock._timers.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
