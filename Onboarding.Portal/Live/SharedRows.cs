using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Live;

/// <summary>
/// What pages read because of a notice, read once for all pages of this process: the rows of the case that changed, and the numbers on the tabs.
/// What was read before a notice is never given to who asks because of it: it is forgotten before the first page is told. Each person gets
/// only what they may see.
/// </summary>
public sealed class SharedRows : IDisposable
{
    /// <summary>How long an answer is given again where no notice came: for a burst of pages that ask for one change, not as a store.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private const int MostAnswers = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Answer<CaseRows>> _cases = [];
    private readonly Dictionary<string, Answer<IReadOnlyDictionary<WorkQueue, int>>> _counts = new(StringComparer.Ordinal);
    private readonly QueueReader _queues;
    private readonly CaseRowsReader _reader;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;

    /// <summary>Begins to listen.</summary>
    /// <param name="feed">Says what changed.</param>
    /// <param name="queues">Answers what cannot be shared.</param>
    /// <param name="reader">Reads for everybody.</param>
    /// <param name="clock">Clock.</param>
    public SharedRows(ChangeFeed feed, QueueReader queues, CaseRowsReader reader, TimeProvider clock)
    {
        (_queues, _reader, _clock) = (queues, reader, clock);
        _subscription = feed.SubscribeAhead(Forget, ForgetAll);
    }

    /// <inheritdoc />
    public void Dispose() => _subscription.Dispose();

    /// <summary>The rows of one case that meet what is shown, after a notice of it; none when it has left.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="query">What is shown.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Ends the waiting, not the reading: others may wait for it too.</param>
    public async Task<IReadOnlyList<QueueRow>> OfCaseAsync(Guid caseId, QueueQuery query, Actor actor, CancellationToken cancellationToken)
    {
        if (!CaseRows.Answer(query))
        {
            return await _queues.OfCaseAsync(caseId, query, actor, cancellationToken);
        }

        CaseRows rows = await Share(_cases, caseId, () => _reader.ReadAsync(caseId, CancellationToken.None)).WaitAsync(cancellationToken);
        return rows.For(query, actor);
    }

    /// <summary>How much work each queue has that this person may see; see <see cref="QueueReader.CountAsync"/>.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IReadOnlyDictionary<WorkQueue, int>> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        // Counts differ by the queues that are seen, and by nothing else.
        string seen = string.Join(',', WorkQueues.VisibleTo(actor.Roles).Order());
        return Share(_counts, seen, () => _queues.CountAsync(actor, CancellationToken.None)).WaitAsync(cancellationToken);
    }

    private Task<T> Share<TKey, T>(Dictionary<TKey, Answer<T>> answers, TKey key, Func<Task<T>> read)
        where TKey : notnull
    {
        lock (_lock)
        {
            if (answers.TryGetValue(key, out Answer<T>? known) && !known.Task.IsFaulted && _clock.GetElapsedTime(known.At) < Freshness)
            {
                return known.Task;
            }

            if (answers.Count >= MostAnswers)
            {
                answers.Clear();
            }

            // On a thread of its own: SQLite reads before it returns, and whoever waits for the answer must not wait for the lock.
            Task<T> task = Task.Run(read);
            answers[key] = new Answer<T>(task, _clock.GetTimestamp());
            return task;
        }
    }

    // A reading that is under way may have begun before the commit: who asks from now on begins another.
    private void Forget(CaseChange change)
    {
        lock (_lock)
        {
            _cases.Remove(change.CaseId);
            if (change.Queues.Count > 0)
            {
                _counts.Clear();
            }
        }
    }

    private void ForgetAll()
    {
        lock (_lock)
        {
            _cases.Clear();
            _counts.Clear();
        }
    }

    private sealed record Answer<T>(Task<T> Task, long At);
}
