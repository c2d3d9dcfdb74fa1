using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues.Views;

/// <summary>What a row can show beside the name and number, which it always shows.</summary>
public enum QueueColumn
{
    /// <summary>Person or business.</summary>
    Kind = 1,

    /// <summary>Over which channel it came in.</summary>
    Channel,

    /// <summary>Where the case stands.</summary>
    Status,

    /// <summary>When it is due.</summary>
    Due,

    /// <summary>Since when it is in the queue.</summary>
    Since,

    /// <summary>The product.</summary>
    Product,

    /// <summary>The applicant's province.</summary>
    Region,

    /// <summary>Who has it.</summary>
    Assignee,
}

/// <summary>A view of a queue page: which rows, in which order, with what in them. It can be written as an address and kept.</summary>
public sealed record QueueDefinition
{
    /// <summary>What a row shows unless somebody chose otherwise.</summary>
    public static IReadOnlyList<QueueColumn> UsualColumns { get; } =
        [QueueColumn.Kind, QueueColumn.Channel, QueueColumn.Status, QueueColumn.Due, QueueColumn.Assignee];

    /// <summary>Only this queue of the page.</summary>
    public WorkQueue? Queue { get; init; }

    /// <summary>Which rows.</summary>
    public QueueFilter Filter { get; init; } = QueueFilter.None;

    /// <summary>In which order.</summary>
    public QueueSort Sort { get; init; } = QueueSort.Urgency;

    /// <summary>What a row shows, in the order of <see cref="QueueColumn"/>.</summary>
    public IReadOnlyList<QueueColumn> Columns { get; init; } = UsualColumns;

    /// <summary>Whether the usual columns are shown.</summary>
    public bool HasUsualColumns => Columns.SequenceEqual(UsualColumns);

    /// <summary>It may hold what was searched for and is not printed.</summary>
    public override string ToString() => nameof(QueueDefinition);
}

/// <summary>A view that was read from a text, and what in it is not known: a field that is gone, or a value that is none.</summary>
/// <param name="Definition">What is known.</param>
/// <param name="Ignored">The fields that were left out, each once.</param>
public sealed record ReadDefinition(QueueDefinition Definition, IReadOnlyList<string> Ignored);
