using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Queues.Work;

namespace Onboarding.Portal.Features.Queues;

/// <summary>One row of a queue.</summary>
public sealed partial class QueueRowView : IDisposable
{
    private QueueEntry? _shown;
    private int _edition;
    private bool _isBusy;
    private bool _mustRender = true;
    private bool _isChosen;
    private int _place;
    private SlaReading? _reading;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public QueueEntry Entry { get; set; } = default!;

    /// <summary>What it has in common with the rows around it.</summary>
    [Parameter, EditorRequired]
    public QueueRowBoard Board { get; set; } = default!;

    [CascadingParameter]
    private WorkDesk? Desk { get; set; }

    private QueueRow Row => Entry.Row;

    private bool IsAside => Row.Actions.Contains(WorkItemAction.Wake);

    // Kind and channel stand below the name; each of the others has a cell.
    private int Cells => Board.Columns.Count(column => column is not (QueueColumn.Kind or QueueColumn.Channel));

    private bool IsOwn => Row.AssigneeId == Board.OwnId;

    // Some queues are called like the status of their cases, and once is enough.
    private bool SaysMore => Row.Concern is not null || DomainTexts.Of(Row.Queue) != DomainTexts.Of(Row.Status);

    // One's own work can be claimed again, to no effect; there is no button for that.
    private bool CanClaim => Row.Actions.Contains(WorkItemAction.Claim) && !IsOwn;

    /// <inheritdoc />
    public void Dispose()
    {
        Board.Leave(Row.WorkItemId, this);
        if (Desk is not null)
        {
            Desk.Selection.Changed -= FollowSelection;
        }
    }

    /// <summary>Shows what changed of this row alone.</summary>
    internal void Show(QueueEntry entry)
    {
        (Entry, _shown, _mustRender) = (entry, entry, true);
        _reading = Board.Read(Row);
        StateHasChanged();
    }

    /// <summary>Looks at the clock; true when it says something else, and the row has to be rendered.</summary>
    internal bool Tick()
    {
        SlaReading? reading = Board.Read(Row);
        _mustRender |= reading != _reading;
        _reading = reading;
        return _mustRender;
    }

    /// <summary>Renders what <see cref="Tick"/> found.</summary>
    internal void Draw() => StateHasChanged();

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Board.Join(Row.WorkItemId, this);
        if (Desk is not null)
        {
            Desk.Selection.Changed += FollowSelection;
            _isChosen = Desk.Selection.Has(Row.WorkItemId);
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _mustRender |= !ReferenceEquals(_shown, Entry) || _edition != Board.Edition;
        (_shown, _edition) = (Entry, Board.Edition);
        _ = Tick();
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _mustRender;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _mustRender = false;

    private bool Has(QueueColumn column) => Board.Columns.Contains(column);

    private void FollowSelection(object? sender, EventArgs change)
    {
        if (Desk!.Selection.Has(Row.WorkItemId) is var isChosen && isChosen != _isChosen)
        {
            (_isChosen, _mustRender) = (isChosen, true);
            StateHasChanged();
        }
    }

    private void Choose(MouseEventArgs click)
    {
        bool before = _isChosen;
        Desk!.Selection.Toggle(Row.WorkItemId, click.ShiftKey);
        if (_isChosen == before)
        {
            // The browser has ticked it already; only a new box shows that it is not.
            _place++;
            _mustRender = true;
        }
    }

    private Task PutAsideAsync() => IsAside ? Desk!.WakeAsync(Row) : Desk!.SnoozeAsync(Row);

    private async Task DoAsync(EventCallback<QueueRow> callback)
    {
        _isBusy = true;
        _mustRender = true;
        StateHasChanged();
        try
        {
            await callback.InvokeAsync(Row);
        }
        finally
        {
            _isBusy = false;
            _mustRender = true;
        }
    }
}
