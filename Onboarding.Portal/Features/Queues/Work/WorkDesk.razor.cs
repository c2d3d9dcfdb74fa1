using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;
using Radzen;

namespace Onboarding.Portal.Features.Queues.Work;

/// <summary>Works a queue: the core decides about each row, this tells what came of it.</summary>
public sealed partial class WorkDesk : IDisposable
{
    // Each step is told on the screen; more often than this nobody can read it.
    private const int StepsPerRender = 10;

    private readonly CancellationTokenSource _closing = new();
    private Run? _running;
    private BulkOutcome? _outcome;
    private int _left;
    private bool _mayUndo;
    private bool _showsOutcome;
    private ElementReference _outcomeCard;
    private bool _isSupervisor;
    private string? _refusal;
    private string? _said;

    /// <summary>The queues that are shown.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<WorkQueue> Queues { get; set; } = [];

    /// <summary>The rows that are shown.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<QueueEntry> Entries { get; set; } = [];

    /// <summary>Called with the cases that are about to be changed from here: what comes back of it is no news to this person.</summary>
    [Parameter]
    public Action<IEnumerable<Guid>>? OnActing { get; set; }

    /// <summary>The list. A row in it finds this component as a cascading value.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What is chosen.</summary>
    public QueueSelection Selection { get; } = new();

    [Inject]
    private BulkWorkHandler Bulk { get; set; } = default!;

    [Inject]
    private ReassignLoadHandler Loads { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private StaffChoices Staff { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    private bool IsRunning => _running is not null;

    /// <inheritdoc />
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <summary>Puts one row aside, after asking until when and why.</summary>
    public Task SnoozeAsync(QueueRow row) => SnoozeAsync([row], isOne: true);

    /// <summary>Brings one row back.</summary>
    public Task WakeAsync(QueueRow row) => RunAsync([row], new BulkWork([row.WorkItemId], WorkItemAction.Wake), isOne: true);

    /// <summary>Takes the rows as they are shown now; it renders when one that was chosen has gone.</summary>
    public void Follow(IReadOnlyList<QueueEntry> entries) => Selection.Follow([.. entries.Where(entry => !entry.IsLeaving).Select(entry => entry.Row)]);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _isSupervisor = (await Current.GetAsync()).Has(ActorRole.Supervisor);

    /// <inheritdoc />
    protected override void OnParametersSet() => Follow(Entries);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The list may be scrolled far down: whoever did something to many sees, and hears, what came of it.
        if (_showsOutcome && _outcome is not null)
        {
            _showsOutcome = false;
            await _outcomeCard.FocusAsync();
        }
    }

    private async Task ActAsync(WorkItemAction action)
    {
        IReadOnlyList<QueueRow> rows = Selection.Rows;
        Guid[] ids = [.. rows.Select(row => row.WorkItemId)];
        switch (action)
        {
            case WorkItemAction.Snooze:
                await SnoozeAsync(rows, isOne: false);
                break;
            case WorkItemAction.Assign:
                if (await PersonDialog.AskAsync(Dialogs, WorkText.AssignTitle.With(rows.Count), rows.Select(row => WorkQueues.Of(row.Queue).Role).ToHashSet()) is { } assignee)
                {
                    await RunAsync(rows, new BulkWork(ids, action) { Assignee = assignee });
                }

                break;
            default:
                await RunAsync(rows, new BulkWork(ids, action));
                break;
        }
    }

    private async Task SnoozeAsync(IReadOnlyList<QueueRow> rows, bool isOne)
    {
        object? answer = await Dialogs.OpenAsync<SnoozeDialog>(
            rows is [var only] ? WorkText.SnoozeTitle.With(only.Number) : WorkText.SnoozeManyTitle.With(rows.Count),
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(SnoozeDialog.EarliestDue)] = rows.Min(row => row.DueAt) },
            new DialogOptions { Width = "30rem", CloseDialogOnEsc = true, AutoFocusFirstElement = true });
        if (answer is SnoozeAnswer given)
        {
            await RunAsync(rows, new BulkWork([.. rows.Select(row => row.WorkItemId)], WorkItemAction.Snooze) { Until = given.Until, Reason = given.Reason }, isOne);
        }
    }

    private async Task ReassignLoadAsync()
    {
        object? answer = await Dialogs.OpenAsync<ReassignLoadDialog>(
            WorkText.ReassignLoad, [], new DialogOptions { Width = "38rem", CloseDialogOnEsc = true, AutoFocusFirstElement = true });
        if (answer is ReassignAnswer given)
        {
            await DoAsync(given.Count, async (actor, told, token) =>
            {
                Result<ReassignOutcome> done = await Loads.HandleAsync(given.Command, actor, told, token);
                _left = done.IsDone ? done.Value.Left : 0;
                return done.IsDone ? done.Value.Outcome : done.Refusal;
            });
        }
    }

    private async Task RunAsync(IReadOnlyList<QueueRow> rows, BulkWork command, bool isOne = false)
    {
        OnActing?.Invoke(rows.Select(row => row.CaseId));
        await DoAsync(rows.Count, async (actor, told, token) => await Bulk.HandleAsync(command, actor, told, token));
        if (isOne && _outcome is { Lines: [var line] })
        {
            // One row by its own button: the row itself shows it, and the place in the list is kept.
            (_outcome, _showsOutcome) = (null, false);
            _refusal = line.Refusal is { } refusal ? DomainTexts.Of(refusal) : null;
            StateHasChanged();
        }
    }

    private async Task UndoAsync()
    {
        if (_outcome is not { } outcome)
        {
            return;
        }

        OnActing?.Invoke(outcome.Undoable.Select(line => line.Before!.CaseId));
        await DoAsync(outcome.Undoable.Count(), async (actor, _, token) =>
        {
            IReadOnlyDictionary<string, Actor> people = await Staff.ByIdAsync(outcome.Undoable.Select(line => line.Before!.AssigneeId).OfType<string>(), token);
            return await Bulk.UndoAsync(outcome, people, actor, token);
        });

        // The way back of a way back would only confuse.
        _mayUndo = false;
        _said = _outcome is null ? _said : WorkText.Undone.With(_outcome.Done);
    }

    private async Task DoAsync(int total, Func<Actor, Func<int, Task>, CancellationToken, Task<Result<BulkOutcome>>> work)
    {
        if (IsRunning)
        {
            return;
        }

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        Run run = new(total, stop);
        (_running, _outcome, _refusal, _left) = (run, null, null, 0);
        StateHasChanged();
        try
        {
            Result<BulkOutcome> result = await work(await Current.GetAsync(), done => ShowAsync(run, done), stop.Token);
            _refusal = result.Refusal is { } refusal ? DomainTexts.Of(refusal) : null;
            if (result.IsDone)
            {
                _outcome = result.Value;
                _mayUndo = result.Value.Undoable.Any();
                _said = WorkText.OutcomeSaid.With(result.Value.Done, result.Value.Lines.Count);
                _showsOutcome = true;
                Selection.Clear();
            }
        }
        finally
        {
            _running = null;
        }

        StateHasChanged();
    }

    private async Task ShowAsync(Run run, int done)
    {
        run.Done = done;
        if (done % StepsPerRender == 0)
        {
            StateHasChanged();
            await Task.Yield();
        }
    }

    private void Forget() => _outcome = null;

    private sealed class Run(int total, CancellationTokenSource stop)
    {
        public int Total => total;

        public int Done { get; set; }

        public CancellationTokenSource Stop => stop;
    }
}
