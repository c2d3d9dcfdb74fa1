using Microsoft.AspNetCore.Components;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Crm;
using Onboarding.Portal.Jobs;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Customers.Crm;

/// <summary>The page of the external CRM. It follows what is sent and how far a run is; the state that is listed stands in the address.</summary>
public sealed partial class CrmPage
{
    // A run changes many records a second.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly HashSet<Guid> _selected = [];
    private CrmOverview? _overview;
    private CrmState _state;
    private List<CrmLink> _rows = [];
    private Guid? _next;
    private string? _refusal;
    private bool _isOperator;
    private bool _readsRegister;
    private bool _isLoadingMore;

    /// <summary>The state that is listed; without it the first that has records.</summary>
    [SupplyParameterFromQuery(Name = CrmUrls.StateParameter)]
    public string? StateName { get; set; }

    /// <inheritdoc />
    protected override object? Subject => StateName;

    /// <inheritdoc />
    protected override TimeSpan Pause => Breath;

    [Inject]
    private CrmReader Reader { get; set; } = default!;

    [Inject]
    private StartCrmRunHandler Runs { get; set; } = default!;

    [Inject]
    private ResendToCrmHandler Resend { get; set; } = default!;

    [Inject]
    private CrmRules Rules { get; set; } = default!;

    [Inject]
    private CrmCircuit Circuit { get; set; } = default!;

    [Inject]
    private CrmWork Work { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    private bool MayOperate => _isOperator && _overview is { IsOn: true };

    private bool MayResend => MayOperate && _state != CrmState.Pending;

    private bool IsUnderWay => _overview?.Run is { IsLive: true };

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => change.Number == CrmNotice.Number || change.Number.StartsWith(CustomerNumber.Prefix, StringComparison.Ordinal);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        _isOperator = actor.HasAny(CrmAccess.Operators);
        _readsRegister = actor.HasAny(CustomerAccess.Readers);
        Result<CrmOverview> overview = await Reader.OverviewAsync(actor, cancellationToken);
        _overview = overview.IsDone ? overview.Value : new CrmOverview(IsOn: false, new Dictionary<CrmState, int>(), Run: null);
        _state = Enum.TryParse(StateName, ignoreCase: true, out CrmState asked) && Enum.IsDefined(asked)
            ? asked
            : CrmWords.States.FirstOrDefault(state => _overview.Of(state) > 0, CrmState.Differs);
        _selected.Clear();
        await ReadRowsAsync(before: null, actor, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        Result<CrmOverview> overview = await Reader.OverviewAsync(actor, cancellationToken);
        if (overview.IsDone)
        {
            _overview = overview.Value;
        }

        // Who went on to older rows keeps them until the next reading; what left the state is sent once more at worst.
        if (_rows.Count <= CrmReader.PageSize)
        {
            await ReadRowsAsync(before: null, actor, cancellationToken);
            _selected.IntersectWith(_rows.Select(row => row.CustomerId));
        }

        StateHasChanged();
    }

    private async Task ReadRowsAsync(Guid? before, Actor actor, CancellationToken cancellationToken)
    {
        Result<CrmRows> read = await Reader.ListAsync(_state, before, actor, cancellationToken);
        CrmRows page = read.IsDone ? read.Value : new CrmRows([], Next: null);
        _rows = before is null ? [.. page.Rows] : [.. _rows, .. page.Rows];
        _next = page.Next;
    }

    private async Task LoadMoreAsync()
    {
        _isLoadingMore = true;
        await ReadRowsAsync(_next, await Current.GetAsync(), Closing);
        _isLoadingMore = false;
    }

    private void Select(CrmLink link, bool isChosen)
    {
        if (isChosen)
        {
            _selected.Add(link.CustomerId);
        }
        else
        {
            _selected.Remove(link.CustomerId);
        }
    }

    private void SelectAll(ChangeEventArgs change)
    {
        _selected.Clear();
        if (change.Value is true)
        {
            _selected.UnionWith(_rows.Select(row => row.CustomerId));
        }
    }

    private Task ResendSelectedAsync() => ResendAsync([.. _selected]);

    private async Task ResendAsync(IReadOnlyList<Guid> customers)
    {
        Actor actor = await Current.GetAsync();
        int put = 0;
        _refusal = null;
        foreach (Guid[] batch in customers.Chunk(CrmReader.PageSize))
        {
            Result<int> result = await Resend.HandleAsync(new ResendToCrm(batch), actor, CancellationToken.None);
            if (!result.IsDone)
            {
                _refusal = DomainTexts.Of(result.Refusal);
                break;
            }

            put += result.Value;
        }

        if (put > 0)
        {
            Notifications.Notify(NotificationSeverity.Success, CrmText.Queued.With(CrmWords.Number(put)));
        }

        await ReloadAsync();
    }

    private async Task ResendAllAsync()
    {
        ConfirmRequest question = new(CrmText.ResendAllTitle, CrmText.ResendAllQuestion.With(CrmWords.Number(_overview!.ToResend)), CrmText.ResendAll);
        if (await Dialogs.ConfirmAsync(question) is not null)
        {
            await StartAsync(CrmRunKind.Resend);
        }
    }

    private async Task StartAsync(CrmRunKind kind)
    {
        if (Take(await Runs.HandleAsync(new StartCrmRun(kind), await Current.GetAsync(), CancellationToken.None)))
        {
            await Work.WakeAsync(CancellationToken.None);
        }

        await ReloadAsync();
    }

    private async Task CancelAsync()
    {
        Take(await Runs.CancelAsync(await Current.GetAsync(), CancellationToken.None));
        await ReloadAsync();
    }

    private bool Take(Result<Done> result)
    {
        _refusal = result.IsDone ? null : DomainTexts.Of(result.Refusal);
        return result.IsDone;
    }
}
