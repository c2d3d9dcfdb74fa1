using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Customers;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Customers;

/// <summary>The list of the register. It follows the customers it shows; the filters are in the address, what is searched for is not.</summary>
public sealed partial class CustomersPage
{
    private const int PageSize = 50;

    private ProductNames _products = new([]);
    private List<CustomerRow>? _rows;
    private CustomerPlace? _next;
    private string _text = "";
    private string? _announcement;
    private bool _isLoadingMore;
    private bool _isExporting;
    private bool _mayExport;

    /// <summary>Only with this status.</summary>
    [SupplyParameterFromQuery(Name = CustomerUrls.StatusParameter)]
    public string? StatusName { get; set; }

    /// <summary>Only persons, or only businesses.</summary>
    [SupplyParameterFromQuery(Name = CustomerUrls.KindParameter)]
    public string? KindName { get; set; }

    /// <summary>Only of this product.</summary>
    [SupplyParameterFromQuery(Name = CustomerUrls.ProductParameter)]
    public string? ProductCode { get; set; }

    /// <summary>Only of this province.</summary>
    [SupplyParameterFromQuery(Name = CustomerUrls.ProvinceParameter)]
    public string? ProvinceCode { get; set; }

    /// <inheritdoc />
    protected override object Subject => (StatusName, KindName, ProductCode, ProvinceCode);

    private static IReadOnlyList<(string Keys, string Text)> Shortcuts =>
        [("/", CustomerText.KeySearch), ("j k ↓ ↑", CustomerText.KeyMove), ("Enter", CustomerText.KeyOpen)];

    [Inject]
    private CustomerReader Customers { get; set; } = default!;

    [Inject]
    private ProductReader Catalogue { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private RegisterMemory Memory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Scripts { get; set; } = default!;

    private CustomerFilter Filter => new()
    {
        Text = Memory.Text,
        Status = Choice<CustomerStatus>(StatusName),
        Kind = Choice<CustomerKind>(KindName),
        ProductCode = ProductCode,
        ProvinceCode = ProvinceCode,
    };

    private bool IsNarrowed => Memory.Text.Length > 0 || Filter != new CustomerFilter { Text = Memory.Text };

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => change.Number.StartsWith(CustomerNumber.Prefix, StringComparison.Ordinal);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        _mayExport = actor.HasAny(CustomerAccess.Exporters);
        _products = new ProductNames(await Catalogue.AllAsync(cancellationToken));
        _text = Memory.Text;
        Take(await ReadAsync(after: null, actor, cancellationToken), isFirst: true);
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        Dictionary<Guid, CustomerRow> renewed = (await Customers.FindAsync([.. changes.Select(change => change.CaseId)], actor, cancellationToken)).ToDictionary(row => row.Id);

        // A row stays where it is while somebody reads; a new customer stands at the top of the whole list.
        _rows = [.. _rows!.Select(row => renewed.TryGetValue(row.Id, out CustomerRow? now) ? now with { FoundBy = row.FoundBy } : row)];
        if (!IsNarrowed)
        {
            _rows.InsertRange(0, renewed.Values.Where(row => row.Status != CustomerStatus.Merged && _rows.TrueForAll(shown => shown.Id != row.Id) && IsNewest(row)));
        }

        StateHasChanged();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await using IJSObjectReference module = await Scripts.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Customers/CustomersPage.razor.js"]}");
        }
    }

    private static TEnum? Choice<TEnum>(string? name)
        where TEnum : struct, Enum => Enum.TryParse(name, ignoreCase: true, out TEnum value) && Enum.IsDefined(value) ? value : null;

    private bool IsNewest(CustomerRow row) => _rows is not [var first, ..] || row.Id.CompareTo(first.Id) > 0;

    private async Task<CustomerRows> ReadAsync(CustomerPlace? after, Actor actor, CancellationToken cancellationToken)
    {
        Result<CustomerRows> read = await Customers.ReadAsync(Filter, after, PageSize, actor, cancellationToken);
        return read.IsDone ? read.Value : new CustomerRows([], null);
    }

    private void Take(CustomerRows page, bool isFirst)
    {
        _rows = isFirst ? [.. page.Rows] : [.. _rows!, .. page.Rows.Where(row => _rows!.TrueForAll(shown => shown.Id != row.Id))];
        _next = page.Next;
        _announcement = CustomerText.Shown.With(_rows.Count);
    }

    private async Task SearchAsync()
    {
        Memory.Text = _text.Trim();
        _rows = null;
        await ReloadAsync();
    }

    private async Task ClearAsync()
    {
        Memory.Text = "";
        if (Filter == new CustomerFilter { Text = "" })
        {
            await ReloadAsync();
        }
        else
        {
            Navigation.NavigateTo(CustomerUrls.List);
        }
    }

    private async Task LoadMoreAsync()
    {
        _isLoadingMore = true;
        Take(await ReadAsync(_next, await Current.GetAsync(), Closing), isFirst: false);
        _isLoadingMore = false;
    }
}
