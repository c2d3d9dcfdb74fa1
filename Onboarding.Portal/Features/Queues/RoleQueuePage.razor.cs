using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Queues;

/// <summary>
/// The queue page of a role: the open work by urgency, live. What may be done with a row, the core says with the row and
/// again at the write; this page only shows it.
/// </summary>
public sealed partial class RoleQueuePage
{
    private const int PageSize = 50;

    // Above this, reading the page again is cheaper than reading its rows one by one.
    private const int MostSingleReads = 20;

    // As long as the fading of a row in QueueRowView.razor.css.
    private static readonly TimeSpan Fading = TimeSpan.FromMilliseconds(900);

    private readonly QueueList _list = new();
    private readonly HashSet<Guid> _own = [];
    private QueueScope _scope = new([], []);
    private IReadOnlyDictionary<WorkQueue, int> _counts = new Dictionary<WorkQueue, int>();
    private string _actorId = "";
    private string? _announcement;
    private string? _refusal;
    private Tone _refusalTone = Tone.Danger;
    private bool _isRead;
    private bool _isLoadingMore;
    private IReadOnlyList<WorkQueue> _followed = [];

    /// <summary>Whose queues: see <see cref="QueueUrls"/>.</summary>
    [Parameter]
    public string? Slug { get; set; }

    /// <summary>Only this queue; a name that is none shows all.</summary>
    [SupplyParameterFromQuery(Name = QueueUrls.QueueParameter)]
    public string? QueueName { get; set; }

    /// <summary>Only what the person has claimed.</summary>
    [SupplyParameterFromQuery(Name = QueueUrls.MineParameter)]
    public string? MineText { get; set; }

    /// <inheritdoc />
    protected override object? Subject => (Slug, Chosen, IsMine);

    private static IReadOnlyList<(string Keys, string Text)> Shortcuts =>
    [
        ("j k ↓ ↑", QueueText.KeyMove), ("Enter", QueueText.KeyOpen), ("c", QueueText.KeyClaim), ("r", QueueText.KeyRelease),
    ];

    private ActorRole? RoleShown => QueueUrls.RoleOf(Slug);

    private WorkQueue? Chosen => Enum.TryParse(QueueName, ignoreCase: true, out WorkQueue queue) && Enum.IsDefined(queue) ? queue : null;

    private bool IsMine => MineText == "true";

    [Inject]
    private QueueReader Queues { get; set; } = default!;

    [Inject]
    private WorkItemHandler WorkItems { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private IJSRuntime Scripts { get; set; } = default!;

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => _followed.Any(change.Queues.Contains);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (RoleShown is not { } role)
        {
            return;
        }

        Actor actor = await Current.GetAsync();
        _scope = QueueScope.Of(role, actor, Chosen);
        _followed = _scope.Tabs;
        _own.Clear();
        _actorId = actor.Id;
        _counts = await Queues.CountAsync(actor, cancellationToken);
        _list.Replace(await Queues.ReadAsync(Query(after: null, Math.Max(PageSize, _isRead ? _list.Count : 0)), actor, cancellationToken));
        _isRead = true;
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        if (changes.Count > MostSingleReads)
        {
            await ReadAsync(cancellationToken);
        }
        else
        {
            foreach (CaseChange change in changes)
            {
                await RefreshAsync(change.CaseId, actor, cancellationToken);
            }

            _counts = await Queues.CountAsync(actor, cancellationToken);
        }

        // The notice of what the person has just done is no news to them, and would be read over what they did.
        CaseChange[] news = [.. changes.Where(change => !_own.Remove(change.CaseId))];
        _announcement = news.Length == 0 ? _announcement : news.Length == 1 ? QueueText.OneChange : QueueText.Changes.With(news.Length);
        StateHasChanged();
        _ = LetLeaveAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using IJSObjectReference module = await Scripts.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Queues/RoleQueuePage.razor.js"]}");
        }
    }

    private QueueQuery Query(QueueKey? after, int size) => new(_scope.Shown, IsMine, after, size);

    private async Task RefreshAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        IReadOnlyList<QueueRow> rows = await Queues.OfCaseAsync(caseId, _scope.Shown, actor, cancellationToken);
        _list.Apply(caseId, [.. rows.Where(row => !IsMine || row.AssigneeId == actor.Id)]);
    }

    // Beside the next changes, not before them: a row takes its time to fade, the others do not wait for it.
    private async Task LetLeaveAsync()
    {
        if (_list.Entries.Any(entry => entry.IsLeaving))
        {
            await Task.Delay(Fading, Clock, Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (!Closing.IsCancellationRequested)
            {
                _list.RemoveLeaving();
                StateHasChanged();
            }
        }
    }

    private async Task LoadMoreAsync()
    {
        _isLoadingMore = true;
        _list.Append(await Queues.ReadAsync(Query(_list.Next, PageSize), await Current.GetAsync(), Closing));
        _isLoadingMore = false;
    }

    private Task ClaimAsync(QueueRow row) => ActAsync(row, QueueText.Claimed, actor => WorkItems.ClaimAsync(row.WorkItemId, actor, CancellationToken.None));

    private Task ReleaseAsync(QueueRow row) => ActAsync(row, QueueText.Released, actor => WorkItems.ReleaseAsync(row.WorkItemId, actor, CancellationToken.None));

    private async Task AssignAsync(QueueRow row)
    {
        object? answer = await Dialogs.OpenAsync<AssignDialog>(
            QueueText.AssignTitle.With(row.Number),
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(AssignDialog.Row)] = row },
            new DialogOptions { Width = "30rem", CloseDialogOnEsc = true, AutoFocusFirstElement = true });
        if (answer is Actor assignee)
        {
            await ActAsync(row, QueueText.Assigned, actor => WorkItems.AssignAsync(row.WorkItemId, assignee, actor, CancellationToken.None));
        }
    }

    // What was done comes back as a notice, like everybody else's; here it is said, and a refusal shown.
    private async Task ActAsync(QueueRow row, string said, Func<Actor, Task<Result<CaseState>>> act)
    {
        Actor actor = await Current.GetAsync();
        _own.Add(row.CaseId);
        Result<CaseState> result = await act(actor);
        _refusal = result.Refusal is { } refusal ? DomainTexts.Of(refusal) : null;
        _refusalTone = result.Refusal is Conflict ? Tone.Warning : Tone.Danger;
        if (result.IsDone)
        {
            _announcement = said.With(row.Number);
        }
        else
        {
            _own.Remove(row.CaseId);
            await RefreshAsync(row.CaseId, actor, Closing);
        }
    }
}
