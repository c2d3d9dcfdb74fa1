using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Live.Presence;

namespace Onboarding.Portal.Features.Queues;

/// <summary>
/// What the rows of one page have in common: handed to each as one parameter, and the way to draw one of them without the page around it. Used on
/// the renderer only.
/// </summary>
/// <param name="clock">What the service clocks of the rows read.</param>
/// <param name="time">How times are shown.</param>
/// <param name="presence">Who has which case open.</param>
public sealed class QueueRowBoard(PageClock clock, DisplayTime time, PresenceBoard presence)
{
    /// <summary>What can be chosen to be seen as a fact under its name, in the order in which it stands.</summary>
    public static readonly IReadOnlyList<QueueColumn> Facts = [QueueColumn.Since, QueueColumn.Product, QueueColumn.Region];

    // Above this, drawing the page again is cheaper than drawing its rows one by one.
    private const int MostSingleRows = 4;

    private readonly Dictionary<Guid, QueueRowView> _shown = [];
    private readonly VisitorLanguage _visitor = new();

    /// <summary>Counts how often something changed that every row shows.</summary>
    public int Edition { get; private set; }

    /// <summary>Who looks.</summary>
    public Actor Viewer { get; private set; } = Actor.Nobody;

    /// <summary>Rows of several queues are shown together.</summary>
    public bool ShowQueue { get; private set; }

    /// <summary>What is shown beside name and number.</summary>
    public IReadOnlyList<QueueColumn> Columns { get; private set; } = QueueDefinition.UsualColumns;

    /// <summary>How many cells a row has between name and buttons: kind and channel stand below the name, each of the others has one.</summary>
    public string Cells { get; private set; } = CellsOf(QueueDefinition.UsualColumns);

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
    public void Use(Actor viewer, bool showQueue, IReadOnlyList<QueueColumn> columns, ProductNames products)
    {
        Edition += Viewer.Id == viewer.Id && ShowQueue == showQueue && ReferenceEquals(Columns, columns) ? 0 : 1;
        (Viewer, ShowQueue, Columns, Products, Cells) = (viewer, showQueue, columns, products, CellsOf(columns));
    }

    /// <summary>Lets the present work speak to the visitor.</summary>
    public void Speak() => _visitor.Speak();

    /// <summary>Who else has the case of a row open; nobody where the viewer may not know.</summary>
    public IReadOnlyList<PresentPerson> PeopleAt(QueueRow row) => CircuitPresence.MaySee(Viewer, row.Queue) ? presence.At(row.Number, Viewer.Id) : [];

    /// <summary>Calls back when <see cref="PeopleAt"/> has changed, on any thread; null where the viewer may not know.</summary>
    public IDisposable? FollowPeople(QueueRow row, Action changed) => CircuitPresence.MaySee(Viewer, row.Queue) ? presence.Follow(row.Number, changed) : null;

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

    private static string CellsOf(IReadOnlyList<QueueColumn> columns) =>
        columns.Count(column => column is not (QueueColumn.Kind or QueueColumn.Channel)).ToString(CultureInfo.InvariantCulture);
}
