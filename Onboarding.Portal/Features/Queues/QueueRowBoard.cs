using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;

namespace Onboarding.Portal.Features.Queues;

/// <summary>
/// What the rows of one page have in common: handed to each as one parameter, and the way to draw one of them without the page around it. Used on
/// the renderer only.
/// </summary>
/// <param name="clock">What the service clocks of the rows read.</param>
/// <param name="time">How times are shown.</param>
public sealed class QueueRowBoard(PageClock clock, DisplayTime time)
{
    // Above this, drawing the page again is cheaper than drawing its rows one by one.
    private const int MostSingleRows = 4;

    private readonly Dictionary<Guid, QueueRowView> _shown = [];

    /// <summary>Counts how often something changed that every row shows.</summary>
    public int Edition { get; private set; }

    /// <summary>Who looks.</summary>
    public string OwnId { get; private set; } = "";

    /// <summary>Rows of several queues are shown together.</summary>
    public bool ShowQueue { get; private set; }

    /// <summary>What is shown beside name and number.</summary>
    public IReadOnlyList<QueueColumn> Columns { get; private set; } = QueueDefinition.UsualColumns;

    /// <summary>Names of the products.</summary>
    public ProductNames Products { get; private set; } = new([]);

    /// <summary>How times are shown.</summary>
    public DisplayTime Time => time;

    /// <summary>Takes the work.</summary>
    public EventCallback<QueueRow> OnClaim { get; init; }

    /// <summary>Gives it back.</summary>
    public EventCallback<QueueRow> OnRelease { get; init; }

    /// <summary>Asks whom to give it to.</summary>
    public EventCallback<QueueRow> OnAssign { get; init; }

    /// <summary>Takes what is shown from now on; the rows render for it when the page does.</summary>
    public void Use(string ownId, bool showQueue, IReadOnlyList<QueueColumn> columns, ProductNames products)
    {
        Edition += OwnId == ownId && ShowQueue == showQueue && ReferenceEquals(Columns, columns) ? 0 : 1;
        (OwnId, ShowQueue, Columns, Products) = (ownId, showQueue, columns, products);
    }

    /// <summary>What the service clock of a row says now, or null while the calendar was not read.</summary>
    public SlaReading? Read(QueueRow row) => SlaReading.Of(clock, row.DueAt, row.OnHold, row.RemainingTime, row.IsPressing);

    /// <summary>Draws some rows anew, and nothing else.</summary>
    /// <returns>False when they are so many that the page had better be drawn.</returns>
    public bool Show(IReadOnlyCollection<QueueEntry> entries)
    {
        if (entries.Count > MostSingleRows)
        {
            return false;
        }

        foreach (QueueEntry entry in entries)
        {
            _shown.GetValueOrDefault(entry.Row.WorkItemId)?.Show(entry);
        }

        return true;
    }

    /// <summary>Draws the rows whose clock says something else than it did.</summary>
    /// <returns>As <see cref="Show"/>.</returns>
    public bool Tick()
    {
        List<QueueRowView> changed = [.. _shown.Values.Where(row => row.Tick())];
        if (changed.Count > MostSingleRows)
        {
            return false;
        }

        changed.ForEach(row => row.Draw());
        return true;
    }

    internal void Join(Guid workItemId, QueueRowView row) => _shown[workItemId] = row;

    internal void Leave(Guid workItemId, QueueRowView row)
    {
        if (_shown.TryGetValue(workItemId, out QueueRowView? known) && known == row)
        {
            _shown.Remove(workItemId);
        }
    }
}
