using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers;

namespace Onboarding.Portal.Features.Queues;

/// <summary>One row of a queue.</summary>
public sealed partial class QueueRowView
{
    private QueueEntry? _shown;
    private IReadOnlyList<QueueColumn>? _columns;
    private bool _showsQueue;
    private bool _isBusy;
    private bool _mustRender = true;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public QueueEntry Entry { get; set; } = default!;

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public string OwnId { get; set; } = "";

    /// <summary>Rows of several queues are shown together.</summary>
    [Parameter]
    public bool ShowQueue { get; set; }

    /// <summary>What is shown beside name and number.</summary>
    [Parameter]
    public IReadOnlyList<QueueColumn> Columns { get; set; } = QueueDefinition.UsualColumns;

    /// <summary>Names of the products.</summary>
    [Parameter, EditorRequired]
    public required ProductNames Products { get; set; }

    /// <summary>Takes the work.</summary>
    [Parameter]
    public EventCallback<QueueRow> OnClaim { get; set; }

    /// <summary>Gives it back.</summary>
    [Parameter]
    public EventCallback<QueueRow> OnRelease { get; set; }

    /// <summary>Asks whom to give it to.</summary>
    [Parameter]
    public EventCallback<QueueRow> OnAssign { get; set; }

    private QueueRow Row => Entry.Row;

    // Kind and channel stand below the name; each of the others has a cell.
    private int Cells => Columns.Count(column => column is not (QueueColumn.Kind or QueueColumn.Channel));

    private bool IsOwn => Row.AssigneeId == OwnId;

    // One's own work can be claimed again, to no effect; there is no button for that.
    private bool CanClaim => Row.Actions.Contains(WorkItemAction.Claim) && !IsOwn;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _mustRender |= !ReferenceEquals(_shown, Entry) || !ReferenceEquals(_columns, Columns) || _showsQueue != ShowQueue;
        (_shown, _columns, _showsQueue) = (Entry, Columns, ShowQueue);
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _mustRender;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _mustRender = false;

    private bool Has(QueueColumn column) => Columns.Contains(column);

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
