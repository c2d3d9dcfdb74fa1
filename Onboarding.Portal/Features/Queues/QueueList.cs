using Onboarding.Core.Queues;

namespace Onboarding.Portal.Features.Queues;

/// <summary>
/// The rows of a page in their order, kept up to date one by one. A row that did not change stays the same
/// instance, also when everything is read again.
/// </summary>
public sealed class QueueList
{
    private readonly List<QueueEntry> _entries = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<QueueEntry> Entries => _entries;

    /// <summary>In which order the rows stand.</summary>
    public QueueSort Sort { get; private set; } = QueueSort.Urgency;

    /// <summary>Behind which row the list begins, or null for the beginning of the queue: what stands before it is not shown.</summary>
    public QueueKey? After { get; private set; }

    /// <summary>The last page was cut short: there can be more, but none was found so far.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Key of the page behind the last row, or null at the end.</summary>
    public QueueKey? Next { get; private set; }

    /// <summary>How many rows are there without those that are leaving.</summary>
    public int Count => _entries.Count(entry => !entry.IsLeaving);

    /// <summary>Shows these rows and no others.</summary>
    /// <param name="page">The rows.</param>
    /// <param name="sort">In which order they stand.</param>
    /// <param name="after">Behind which row the list begins.</param>
    public void Replace(QueuePage page, QueueSort sort = QueueSort.Urgency, QueueKey? after = null)
    {
        (Sort, After) = (sort, after);
        Dictionary<Guid, QueueEntry> known = _entries.ToDictionary(entry => entry.Row.WorkItemId);
        _entries.Clear();
        _entries.AddRange(page.Rows.Select(row => known.TryGetValue(row.WorkItemId, out QueueEntry? entry) && IsSame(entry, row) ? entry : new QueueEntry(row)));
        (Next, IsCutShort) = (page.Next, page.IsCutShort);
    }

    /// <summary>Adds the next page.</summary>
    public void Append(QueuePage page)
    {
        HashSet<Guid> known = [.. _entries.Select(entry => entry.Row.WorkItemId)];
        _entries.AddRange(page.Rows.Where(row => !known.Contains(row.WorkItemId)).Select(row => new QueueEntry(row)));
        (Next, IsCutShort) = (page.Next, page.IsCutShort);
    }

    /// <summary>Takes the state of one case: its rows at their places, or none.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="rows">Its rows now; none when it has left what is shown.</param>
    /// <returns>True when something changed on the screen.</returns>
    public bool Apply(Guid caseId, params IReadOnlyList<QueueRow> rows)
    {
        List<QueueEntry> replaced = [];
        return Apply(caseId, rows, replaced) || replaced.Count > 0;
    }

    /// <summary>As <see cref="Apply(Guid, IReadOnlyList{QueueRow})"/>, and tells apart what can be drawn without the list around it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="rows">Its rows now.</param>
    /// <param name="replaced">Takes the rows that changed and stand where they stood.</param>
    /// <returns>True when rows came, went or moved.</returns>
    public bool Apply(Guid caseId, IReadOnlyList<QueueRow> rows, ICollection<QueueEntry> replaced)
    {
        bool changed = false;
        for (int index = _entries.Count - 1; index >= 0; index--)
        {
            QueueEntry entry = _entries[index];
            if (entry.Row.CaseId == caseId && !entry.IsLeaving && rows.All(row => row.WorkItemId != entry.Row.WorkItemId))
            {
                _entries[index] = entry with { IsLeaving = true };
                changed = true;
            }
        }

        foreach (QueueRow row in rows)
        {
            changed |= Put(row, replaced);
        }

        return changed;
    }

    /// <summary>Removes the rows that are leaving.</summary>
    public void RemoveLeaving() => _entries.RemoveAll(entry => entry.IsLeaving);

    // A step of the escalation makes a row pressing and leaves the version of its case as it was.
    private static bool IsSame(QueueEntry entry, QueueRow row) =>
        !entry.IsLeaving && entry.Row.Version == row.Version && entry.Row.IsPressing == row.IsPressing && entry.Row.Actions.SequenceEqual(row.Actions);

    private bool Put(QueueRow row, ICollection<QueueEntry> replaced)
    {
        int index = _entries.FindIndex(entry => entry.Row.WorkItemId == row.WorkItemId);
        bool isNew = index < 0;
        if (!isNew)
        {
            if (IsSame(_entries[index], row))
            {
                return false;
            }

            if (QueueOrder.KeyOf(Sort, _entries[index].Row) == QueueOrder.KeyOf(Sort, row))
            {
                _entries[index] = new QueueEntry(row);
                replaced.Add(_entries[index]);
                return false;
            }

            _entries.RemoveAt(index);
        }

        int place = _entries.FindIndex(entry => QueueOrder.Compare(Sort, row, entry.Row) < 0);
        if ((place < 0 && Next is not null) || (place == 0 && After is not null))
        {
            // It belongs to a page that was not loaded.
            return !isNew;
        }

        _entries.Insert(place < 0 ? _entries.Count : place, new QueueEntry(row, isNew));
        return true;
    }
}
