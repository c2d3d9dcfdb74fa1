using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Queues.Work;
using Onboarding.Portal.Live.Presence;

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
    private IReadOnlyList<PresentPerson> _people = [];
    private IDisposable? _presence;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public QueueEntry Entry { get; set; } = default!;

    /// <summary>What it has in common with the rows around it.</summary>
    [Parameter, EditorRequired]
    public QueueRowBoard Board { get; set; } = default!;

    [CascadingParameter]
    private WorkDesk? Desk { get; set; }

    private QueueRow Row => Entry.Row;

    private bool IsOwn => Row.AssigneeId == Board.Viewer.Id;

    private QueueRowOffer Offer => QueueRowOffer.Of(Row, IsOwn, Desk is not null);

    /// <inheritdoc />
    public void Dispose()
    {
        Board.Leave(Row.WorkItemId, this);
        _presence?.Dispose();
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
        _presence = Board.FollowPeople(Row, () => _ = InvokeAsync(LookAround));
        _people = Board.PeopleAt(Row);
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

    // Who comes to the case or leaves it, told by the board on a thread that knows nothing of the visitor.
    private void LookAround()
    {
        Board.Speak();
        (_people, _mustRender) = (Board.PeopleAt(Row), true);
        StateHasChanged();
    }

    // The browser says what was pressed; only what the row offers is done.
    private Task PressAsync(PressEventArgs press)
    {
        QueueRowOffer offer = Offer;
        switch (press.What)
        {
            case QueueRowOffer.ChoosePress when Desk is not null:
                Choose(Desk, press.Shift);
                return Task.CompletedTask;
            case QueueRowOffer.ClaimPress when offer.Claim:
                return DoAsync(Board.OnClaim);
            case QueueRowOffer.ReleasePress when offer.Release:
                return DoAsync(Board.OnRelease);
            case QueueRowOffer.AssignPress when offer.Assign:
                return DoAsync(Board.OnAssign);
            case QueueRowOffer.AsidePress when offer.Aside:
                return offer.IsAside ? Desk!.WakeAsync(Row) : Desk!.SnoozeAsync(Row);
            default:
                return Task.CompletedTask;
        }
    }

    private void Choose(WorkDesk desk, bool extends)
    {
        bool before = _isChosen;
        desk.Selection.Toggle(Row.WorkItemId, extends);
        if (_isChosen == before)
        {
            // The browser has ticked it already; only a new box shows that it is not.
            _place++;
            _mustRender = true;
        }
    }

    private async Task DoAsync(EventCallback<QueueRow> callback)
    {
        if (_isBusy)
        {
            return;
        }

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
