using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Queues.Work;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Live.Presence;
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
    private IReadOnlyList<QueueViewRow> _views = [];
    private IReadOnlyList<string> _ignored = [];
    private QueueDefinition _view = new();
    private ProductNames _products = new([]);
    private Actor _actor = Actor.Nobody;
    private string? _announcement;
    private int _news;
    private string? _refusal;
    private Tone _refusalTone = Tone.Danger;
    private bool _isRead;
    private bool _isLoadingMore;
    private IReadOnlyList<WorkQueue> _followed = [];
    private readonly VisitorLanguage _visitor = new();
    private QueueRowBoard _board = default!;
    private IDisposable? _ticks;
    private LiveAnnouncement? _said;
    private QueueTabs? _tabs;
    private WorkDesk? _desk;

    /// <summary>Whose queues: see <see cref="QueueUrls"/>.</summary>
    [Parameter]
    public string? Slug { get; set; }

    /// <inheritdoc />
    protected override object? Subject => (Slug, new Uri(Navigation.Uri).Query, Slug is null ? null : Memory.Words(Slug));

    private static IReadOnlyList<(string Keys, string Text)> Shortcuts =>
    [
        ("j k ↓ ↑", QueueText.KeyMove), ("Enter", QueueText.KeyOpen), ("c", QueueText.KeyClaim), ("r", QueueText.KeyRelease), ("/", QueueText.KeySearch),
        ("n", WorkText.KeyTakeNext), ("x", WorkText.KeySelect), ("*", WorkText.KeyAll), ("Esc", WorkText.KeyNone), ("s", WorkText.KeySnooze), ("a", WorkText.KeyAssign), ("z", WorkText.Undo),
    ];

    private ActorRole? RoleShown => QueueUrls.RoleOf(Slug);

    private string Title => RoleShown is { } role ? QueueText.Title.With(DomainTexts.Of(role)) : QueueText.MineTitle;

    [Inject]
    private QueueReader Queues { get; set; } = default!;

    [Inject]
    private SharedRows Changed { get; set; } = default!;

    [Inject]
    private QueueViewReader Views { get; set; } = default!;

    [Inject]
    private QueueColumnsHandler Columns { get; set; } = default!;

    [Inject]
    private ProductReader Catalogue { get; set; } = default!;

    [Inject]
    private QueueMemory Memory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private WorkItemHandler WorkItems { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private PageClock Counting { get; set; } = default!;

    [Inject]
    private DisplayTime Time { get; set; } = default!;

    [Inject]
    private PresenceBoard Presence { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private IJSRuntime Scripts { get; set; } = default!;

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => _followed.Any(change.Queues.Contains);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (Slug is not { } slug || !QueueUrls.IsPage(slug))
        {
            return;
        }

        _actor = await Current.GetAsync();
        await Counting.PrepareAsync(cancellationToken);
        _products = new ProductNames(await Catalogue.AllAsync(cancellationToken));
        _views = await Views.ListAsync(slug, _actor, cancellationToken);
        QueueAddress address = QueueAddress.Of(Navigation.Uri);
        bool isSame = await TakeOverAsync(slug, address, cancellationToken) && _isRead && address.After == _list.After;
        _scope = QueueScope.Of(RoleShown, _actor, _view.Queue);
        _followed = _scope.Tabs;
        _own.Clear();
        _counts = await Queues.CountAsync(_actor, cancellationToken);
        QueuePage page = await Queues.ReadAsync(Query(address.After, Math.Max(PageSize, isSame ? _list.Count : 0)), _actor, cancellationToken);
        _list.Replace(page, _view.Sort, address.After);
        _board.Use(_actor, _scope.Shown.Count > 1, _view.Columns, _products);
        _announcement = isSame || !_isRead ? _announcement : QueueText.Shown.With(_list.Count);
        _isRead = true;
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetRecentAsync();
        bool isRead = changes.Count > MostSingleReads;
        bool hasMoved = false;
        IReadOnlyDictionary<WorkQueue, int> before = _counts;
        List<QueueEntry> replaced = [];
        if (isRead)
        {
            await ReadAsync(cancellationToken);
        }
        else
        {
            foreach (CaseChange change in changes)
            {
                hasMoved |= _list.Apply(change.CaseId, await Changed.OfCaseAsync(change.CaseId, Query(after: null, size: 1), actor, cancellationToken), replaced);
            }

            _counts = await Changed.CountAsync(actor, cancellationToken);
        }

        // The notice of what the person has just done is no news to them, and would be read over what they did.
        _news += changes.Count(change => !_own.Remove(change.CaseId));
        Show(isAll: isRead || hasMoved, replaced, isRecounted: !before.OrderBy(entry => entry.Key).SequenceEqual(_counts.OrderBy(entry => entry.Key)));
        _ = LetLeaveAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using IJSObjectReference module = await Scripts.InvokeAsync<IJSObjectReference>("import", Closing, $"./{Assets["Features/Queues/RoleQueuePage.razor.js"]}");
        }
    }

    // Most notices change a row where it stands: it is drawn, and the number or sentence that changed with it, and nothing around them.
    private void Show(bool isAll, List<QueueEntry> replaced, bool isRecounted)
    {
        if (isAll || _said is null || _desk is null || _desk.Selection.Count > 0 || !_board.Show(replaced))
        {
            StateHasChanged();
            return;
        }

        _desk.Follow(_list.Entries);
        _said.Hear(_news);
        if (isRecounted)
        {
            _tabs?.Show(_counts);
        }
    }

    private QueueQuery Query(QueueKey? after, int size) => new(_scope.Shown, OnlyMine: false, after, size) { Filter = _view.Filter, Sort = _view.Sort };

    private async Task RefreshAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        _list.Apply(caseId, await Queues.OfCaseAsync(caseId, Query(after: null, size: 1), actor, cancellationToken));
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
        if (await PersonDialog.AskAsync(Dialogs, QueueText.AssignTitle.With(row.Number), row.Queue, row.AssigneeId) is { } assignee)
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
        _refusal = null;
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
        }

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
