using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Live.Presence;

/// <summary>
/// Who has which case open now, and who is typing there: in the memory of the process, never stored, and told to those only who look at
/// that very case. What other nodes tell holds for as long as they repeat it, so a node that dies leaves nobody behind.
/// </summary>
/// <param name="clock">Clock.</param>
public sealed class PresenceBoard(TimeProvider clock) : IDisposable
{
    /// <summary>Somebody who has pressed no key for this long is not typing any more.</summary>
    public static readonly TimeSpan TypingFor = TimeSpan.FromSeconds(4);

    /// <summary>How often a node repeats who is at its pages.</summary>
    public static readonly TimeSpan Repeat = TimeSpan.FromSeconds(4);

    /// <summary>How long what another node told holds without being repeated.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Entry> _entries = [];
    private readonly Dictionary<string, HashSet<Guid>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Follower[]> _followers = new(StringComparer.Ordinal);
    private Action<PresenceSign>[] _tellers = [];
    private ITimer? _timer;

    /// <summary>Everybody at the pages of this process, to be repeated to the other nodes.</summary>
    public IReadOnlyList<PresenceSign> Own
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Values.Where(entry => entry.IsOwn).Select(entry => entry.Sign)];
            }
        }
    }

    /// <summary>A page of this process shows a case.</summary>
    /// <param name="number">Case number.</param>
    /// <param name="person">Who looks.</param>
    public PresenceTicket Enter(string number, Actor person)
    {
        PresenceTicket ticket = new(this, new PresenceSign(SequentialId.New(clock), number, person.Id, person.Name, IsTyping: false, IsGone: false));
        ticket.Return();
        return ticket;
    }

    /// <summary>Who else is at a case, in the order of their names.</summary>
    /// <param name="number">Case number.</param>
    /// <param name="exceptPersonId">Who asks.</param>
    public IReadOnlyList<PresentPerson> At(string number, string exceptPersonId)
    {
        lock (_lock)
        {
            // Mostly nobody; the many rows that hear so need no list each.
            return _byNumber.ContainsKey(number) ? [.. PeopleAt(number).Where(person => person.PersonId != exceptPersonId)] : [];
        }
    }

    /// <summary>Calls back when who is at a case, or who types there, has changed. It is called on any thread and must be quick.</summary>
    public IDisposable Follow(string number, Action changed)
    {
        Follower follower = new(this, number, changed);
        lock (_lock)
        {
            _followers[number] = [.. _followers.GetValueOrDefault(number, []), follower];
        }

        return follower;
    }

    /// <summary>Calls back with everything that happens at the pages of this process, for the other nodes.</summary>
    public IDisposable Tell(Action<PresenceSign> teller)
    {
        lock (_lock)
        {
            _tellers = [.. _tellers, teller];
        }

        return new Teller(this, teller);
    }

    /// <summary>Takes what another node tells.</summary>
    public void Hear(PresenceSign sign) => Put(sign, isOwn: false);

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    /// <summary>Takes what a page of this process tells.</summary>
    internal void Put(PresenceSign sign) => Put(sign, isOwn: true);

    private void Put(PresenceSign sign, bool isOwn)
    {
        Follower[] followers = [];
        Action<PresenceSign>[] tellers = [];
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            bool isNews = !_entries.TryGetValue(sign.Id, out Entry? before) ? !sign.IsGone : before.Sign != sign;
            IReadOnlyList<PresentPerson> seen = isNews ? [.. PeopleAt(sign.Number)] : [];
            if (sign.IsGone)
            {
                Forget(sign.Id);
            }
            else
            {
                _entries[sign.Id] = new Entry(sign, isOwn, TypesUntil: now + TypingFor, HoldsUntil: now + HoldsFor);
                (_byNumber.TryGetValue(sign.Number, out HashSet<Guid>? here) ? here : _byNumber[sign.Number] = []).Add(sign.Id);
            }

            if (isNews)
            {
                followers = FollowersIfOther(sign.Number, seen);
                tellers = isOwn ? _tellers : [];
            }

            // One timer, and none while nothing can run out.
            if (!sign.IsGone && (sign.IsTyping || !isOwn))
            {
                _timer ??= clock.CreateTimer(static self => ((PresenceBoard)self!).Expire(), this, Tick, Tick);
            }
        }

        Array.ForEach(tellers, tell => tell(sign));
        Call(followers);
    }

    // Who typed and does so no more, and what no node repeats.
    private void Expire()
    {
        List<Follower> followers = [];
        List<PresenceSign> signs = [];
        Action<PresenceSign>[] tellers;
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            foreach (Entry entry in _entries.Values.ToList())
            {
                IReadOnlyList<PresentPerson> seen = [.. PeopleAt(entry.Sign.Number)];
                if (!entry.IsOwn && entry.HoldsUntil <= now)
                {
                    Forget(entry.Sign.Id);
                }
                else if (entry.Sign.IsTyping && entry.TypesUntil <= now)
                {
                    PresenceSign still = entry.Sign with { IsTyping = false };
                    _entries[still.Id] = entry with { Sign = still };
                    signs.AddRange(entry.IsOwn ? [still] : []);
                }
                else
                {
                    continue;
                }

                followers.AddRange(FollowersIfOther(entry.Sign.Number, seen));
            }

            tellers = _tellers;
            if (!_entries.Values.Any(entry => !entry.IsOwn || entry.Sign.IsTyping))
            {
                _timer?.Dispose();
                _timer = null;
            }
        }

        signs.ForEach(sign => Array.ForEach(tellers, tell => tell(sign)));
        Call(followers.Distinct());
    }

    // Off the thread of who typed: many pages may be drawn now, in the languages of their own visitors.
    private static void Call(IEnumerable<Follower> followers)
    {
        foreach (Follower follower in followers)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static one => one.Call(), follower, preferLocal: false);
        }
    }

    private Follower[] FollowersIfOther(string number, IReadOnlyList<PresentPerson> seen) =>
        PeopleAt(number).SequenceEqual(seen) ? [] : _followers.GetValueOrDefault(number, []);

    private IEnumerable<PresentPerson> PeopleAt(string number) => !_byNumber.TryGetValue(number, out HashSet<Guid>? here)
        ? []
        : here.Select(id => _entries[id].Sign)
            .GroupBy(sign => sign.PersonId, StringComparer.Ordinal)
            .Select(pages => new PresentPerson(pages.Key, pages.First().Name, pages.Any(page => page.IsTyping)))
            .OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.PersonId, StringComparer.Ordinal);

    private void Forget(Guid id)
    {
        if (_entries.Remove(id, out Entry? entry) && _byNumber.TryGetValue(entry.Sign.Number, out HashSet<Guid>? here) && here.Remove(id) && here.Count == 0)
        {
            _byNumber.Remove(entry.Sign.Number);
        }
    }

    private void Remove(Follower follower)
    {
        lock (_lock)
        {
            Follower[] left = [.. _followers.GetValueOrDefault(follower.Number, []).Where(known => known != follower)];
            if (left.Length == 0)
            {
                _followers.Remove(follower.Number);
            }
            else
            {
                _followers[follower.Number] = left;
            }
        }
    }

    private void Remove(Action<PresenceSign> teller)
    {
        lock (_lock)
        {
            _tellers = [.. _tellers.Where(known => known != teller)];
        }
    }

    private sealed record Entry(PresenceSign Sign, bool IsOwn, DateTimeOffset TypesUntil, DateTimeOffset HoldsUntil);

    private sealed class Follower(PresenceBoard board, string number, Action changed) : IDisposable
    {
        public string Number => number;

        public void Call() => changed();

        public void Dispose() => board.Remove(this);
    }

    private sealed class Teller(PresenceBoard board, Action<PresenceSign> teller) : IDisposable
    {
        public void Dispose() => board.Remove(teller);
    }
}
