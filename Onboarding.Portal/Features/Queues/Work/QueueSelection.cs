using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Queues.Work;

/// <summary>
/// Which rows of a queue page are chosen. It follows the list: a row that leaves is chosen no longer, so that nothing is done to
/// what the person does not see. Used on the renderer only.
/// </summary>
public sealed class QueueSelection
{
    private readonly HashSet<Guid> _chosen = [];
    private IReadOnlyList<QueueRow> _shown = [];
    private Guid? _anchor;

    /// <summary>Called when something was chosen or given up.</summary>
    public event EventHandler? Changed;

    /// <summary>How many are chosen.</summary>
    public int Count => _chosen.Count;

    /// <summary>True when more were asked for than can be handled in one go.</summary>
    public bool WasFull { get; private set; }

    /// <summary>How many rows are shown.</summary>
    public int ShownCount => _shown.Count;

    /// <summary>The chosen rows, in the order of the list.</summary>
    public IReadOnlyList<QueueRow> Rows => [.. _shown.Where(row => _chosen.Contains(row.WorkItemId))];

    /// <summary>Whether a row is chosen.</summary>
    public bool Has(Guid workItemId) => _chosen.Contains(workItemId);

    /// <summary>Whether any of the chosen rows offers an action.</summary>
    public bool Offers(WorkItemAction action) => _shown.Any(row => _chosen.Contains(row.WorkItemId) && row.Actions.Contains(action)
        && (action != WorkItemAction.Claim || row.AssigneeId is null)); // One's own work can be claimed again, to no effect.

    /// <summary>Takes the rows as they are shown now.</summary>
    public void Follow(IReadOnlyList<QueueRow> rows)
    {
        _shown = rows;
        int before = _chosen.Count;
        _chosen.IntersectWith(rows.Select(row => row.WorkItemId));
        if (_chosen.Count != before)
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Chooses a row, or gives it up.</summary>
    /// <param name="workItemId">Which.</param>
    /// <param name="extends">With everything from the row that was chosen before.</param>
    public void Toggle(Guid workItemId, bool extends)
    {
        WasFull = false;
        int from = _anchor is { } anchor ? IndexOf(anchor) : -1;
        if (!_chosen.Remove(workItemId))
        {
            int to = IndexOf(workItemId);
            Add(extends && from >= 0 && to >= 0 ? _shown.Skip(Math.Min(from, to)).Take(Math.Abs(to - from) + 1) : _shown.Where(row => row.WorkItemId == workItemId));
        }

        _anchor = workItemId;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Chooses every row that is shown, as far as they can be handled in one go.</summary>
    public void All()
    {
        WasFull = false;
        Add(_shown);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Gives up all of them.</summary>
    public void Clear()
    {
        (WasFull, _anchor) = (false, null);
        _chosen.Clear();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private int IndexOf(Guid workItemId)
    {
        for (int index = 0; index < _shown.Count; index++)
        {
            if (_shown[index].WorkItemId == workItemId)
            {
                return index;
            }
        }

        return -1;
    }

    private void Add(IEnumerable<QueueRow> rows)
    {
        foreach (Guid id in rows.Select(row => row.WorkItemId).Where(id => !_chosen.Contains(id)))
        {
            if (_chosen.Count == BulkWorkHandler.MostRows)
            {
                WasFull = true;
                return;
            }

            _chosen.Add(id);
        }
    }
}
