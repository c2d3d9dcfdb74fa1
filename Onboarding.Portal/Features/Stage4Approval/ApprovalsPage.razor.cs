using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Stage4Approval;

/// <summary>
/// The cases that wait for a decision. Which of them may be approved in one go, the core says with each, and asks again when it
/// is done; what is refused stays, with its reason.
/// </summary>
public sealed partial class ApprovalsPage
{
    private readonly HashSet<Guid> _chosen = [];
    private readonly List<ApprovalOutcome> _results = [];
    private List<ApprovalRow> _rows = [];
    private ProductNames _products = new([]);
    private QueueKey? _next;
    private CancellationTokenSource? _run;
    private int _total;
    private bool _isRead;
    private bool _isStopping;
    private bool _asksForProof;

    [Inject]
    private ApprovalReader Reader { get; set; } = default!;

    [Inject]
    private ProductReader Catalogue { get; set; } = default!;

    [Inject]
    private ApproveFromListHandler Handler { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    private bool IsRunning => _run is not null;

    private List<ApprovalRow> Chosen => _rows.FindAll(IsChosen);

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => change.Queues.Contains(WorkQueue.Approval);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Actor actor = await People.GetAsync();
        _products = new ProductNames(await Catalogue.AllAsync(cancellationToken));
        int wanted = Math.Max(ApprovalReader.PageSize, _rows.Count);
        List<ApprovalRow> rows = [];
        QueueKey? next = null;
        do
        {
            ApprovalPage page = await Reader.ReadAsync(next, actor, cancellationToken);
            rows.AddRange(page.Rows);
            next = page.Next;
        }
        while (next is not null && rows.Count < wanted);
        (_rows, _next, _isRead) = (rows, next, true);
        _chosen.IntersectWith(rows.Where(row => row.MayBeChosen).Select(row => row.WorkItemId));
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        // While cases are approved here, most changes are these; the list is read again at the end.
        if (!IsRunning)
        {
            await ReadAsync(cancellationToken);
            StateHasChanged();
        }
    }

    private bool IsChosen(ApprovalRow row) => row.MayBeChosen && _chosen.Contains(row.WorkItemId);

    private void Choose(ApprovalRow row, bool isChosen) => _ = isChosen ? _chosen.Add(row.WorkItemId) : _chosen.Remove(row.WorkItemId);

    private void ChooseAll() => _chosen.UnionWith(_rows.Where(row => row.MayBeChosen).Select(row => row.WorkItemId));

    private async Task LoadMoreAsync()
    {
        ApprovalPage page = await Reader.ReadAsync(_next, await People.GetAsync(), Closing);
        HashSet<Guid> known = [.. _rows.Select(row => row.WorkItemId)];
        _rows.AddRange(page.Rows.Where(row => !known.Contains(row.WorkItemId)));
        _next = page.Next;
    }

    private void Stop()
    {
        _isStopping = true;
        _run?.Cancel();
    }

    private async Task ApproveAsync()
    {
        List<ApprovalRow> chosen = Chosen;
        if (IsRunning || chosen.Count == 0)
        {
            return;
        }

        using CancellationTokenSource run = CancellationTokenSource.CreateLinkedTokenSource(Closing);
        (_run, _total, _isStopping, _asksForProof) = (run, chosen.Count, false, false);
        _results.Clear();
        try
        {
            await ApproveEachAsync(chosen, run.Token);
        }
        finally
        {
            _run = null;
        }

        if (!Closing.IsCancellationRequested)
        {
            await ReloadAsync();
        }
    }

    // Stopped between two cases, never within one: each is approved or not.
    private async Task ApproveEachAsync(List<ApprovalRow> chosen, CancellationToken stop)
    {
        foreach (ApprovalRow row in chosen.TakeWhile(_ => !stop.IsCancellationRequested && !_asksForProof))
        {
            Result<CaseState> result = await Handler.HandleAsync(
                new ApproveFromList(row.WorkItemId, row.Version, row.IsMine), await People.GetAsync(), CancellationToken.None);
            _asksForProof = result.Refusal is { Code: RefusalCode.StepUpRequired };
            if (!_asksForProof)
            {
                _results.Add(new ApprovalOutcome(row.Number, result.Refusal));
                _chosen.Remove(row.WorkItemId);
            }

            StateHasChanged();
        }
    }
}
