using Onboarding.Core.Cases;

namespace Onboarding.Core.Queues;

/// <summary>The orders of a queue, in the database and in the program; both agree, so that a page continues where the one before ended.</summary>
public static class QueueOrder
{
    /// <summary>Which of two rows stands first: negative for the first, positive for the second.</summary>
    public static int Compare(QueueSort sort, QueueRow one, QueueRow other)
    {
        var compared = sort switch
        {
            QueueSort.Urgency => one.UrgencyAt.CompareTo(other.UrgencyAt),
            QueueSort.Longest => one.OpenedAt.CompareTo(other.OpenedAt),
            QueueSort.Newest => other.OpenedAt.CompareTo(one.OpenedAt),
            QueueSort.OldestCase => one.CaseId.CompareTo(other.CaseId),
        };
        return compared != 0 ? compared
            : sort == QueueSort.Newest ? other.WorkItemId.CompareTo(one.WorkItemId)
            : one.WorkItemId.CompareTo(other.WorkItemId);
    }

    /// <summary>The place of a row.</summary>
    public static QueueKey KeyOf(QueueSort sort, QueueRow row) => KeyOf(sort, row.WorkItemId, row.CaseId, row.UrgencyAt, row.OpenedAt);

    internal static IOrderedQueryable<WorkItem> Order(IQueryable<WorkItem> items, QueueSort sort) => sort switch
    {
        QueueSort.Urgency => items.OrderBy(item => item.UrgencyAt).ThenBy(item => item.Id),
        QueueSort.Longest => items.OrderBy(item => item.OpenedAt).ThenBy(item => item.Id),
        QueueSort.Newest => items.OrderByDescending(item => item.OpenedAt).ThenByDescending(item => item.Id),
        QueueSort.OldestCase => items.OrderBy(item => item.CaseId).ThenBy(item => item.Id),
    };

    // The first condition of each follows from the second; by it the database enters the index at the key.
    internal static IQueryable<WorkItem> Behind(IQueryable<WorkItem> items, QueueSort sort, QueueKey? after) => (after, sort) switch
    {
        (null, _) => items,
        ({ } key, QueueSort.Urgency) => items.Where(item => item.UrgencyAt >= key.At && (item.UrgencyAt > key.At || item.Id.CompareTo(key.WorkItemId) > 0)),
        ({ } key, QueueSort.Longest) => items.Where(item => item.OpenedAt >= key.At && (item.OpenedAt > key.At || item.Id.CompareTo(key.WorkItemId) > 0)),
        ({ } key, QueueSort.Newest) => items.Where(item => item.OpenedAt <= key.At && (item.OpenedAt < key.At || item.Id.CompareTo(key.WorkItemId) < 0)),
        ({ } key, QueueSort.OldestCase) => items.Where(item => item.CaseId.CompareTo(key.CaseId) >= 0 && (item.CaseId.CompareTo(key.CaseId) > 0 || item.Id.CompareTo(key.WorkItemId) > 0)),
    };

    internal static QueueKey KeyOf(QueueSort sort, Guid id, Guid caseId, DateTimeOffset urgencyAt, DateTimeOffset openedAt) => sort switch
    {
        QueueSort.Urgency => new QueueKey(urgencyAt, id),
        QueueSort.Longest or QueueSort.Newest => new QueueKey(openedAt, id),
        QueueSort.OldestCase => new QueueKey(DateTimeOffset.UnixEpoch, id, caseId),
    };
}
