using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>A page of a queue.</summary>
/// <param name="Rows">The rows in the order that was asked for.</param>
/// <param name="Next">
/// Key of the next page, or null at the end. A page may be shorter than asked for, or empty, and still have one: no more than a bounded part
/// of a queue is looked through at a time.
/// </param>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, QueueKey? Next)
{
    /// <summary>The search stopped at its bound: what is here is not all, though the page is not full.</summary>
    public bool IsCutShort { get; init; }
}

/// <summary>What to show of the queues.</summary>
/// <param name="Queues">Which queues; those that the reader may not see are left out.</param>
/// <param name="OnlyMine">Only what this person has claimed.</param>
/// <param name="After">Key of the last row seen, or null for the first page.</param>
/// <param name="Size">Rows a page, at most <see cref="QueueReader.MostRows"/>.</param>
public sealed record QueueQuery(IReadOnlyCollection<WorkQueue> Queues, bool OnlyMine, QueueKey? After, int Size)
{
    /// <summary>Which rows.</summary>
    public QueueFilter Filter { get; init; } = QueueFilter.None;

    /// <summary>In which order.</summary>
    public QueueSort Sort { get; init; } = QueueSort.Urgency;

    /// <summary>The filter with what <see cref="OnlyMine"/> says.</summary>
    internal QueueFilter WholeFilter => OnlyMine ? Filter with { Assignee = QueueFilter.Me } : Filter;
}
