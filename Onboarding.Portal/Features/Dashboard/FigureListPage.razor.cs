using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>The list behind a figure: filtered as the figure, paged by key, every part of it in the address.</summary>
public partial class FigureListPage
{
    private FigureList? _list;
    private FigurePage? _page;
    private DashboardNames? _names;
    private string? _refusal;

    /// <summary>Which figure.</summary>
    [SupplyParameterFromQuery(Name = "figure")]
    public string? Figure { get; set; }

    /// <summary>What narrows it.</summary>
    [SupplyParameterFromQuery(Name = "of")]
    public string? Of { get; set; }

    /// <summary>What narrows it further.</summary>
    [SupplyParameterFromQuery(Name = "detail")]
    public string? Detail { get; set; }

    /// <summary>Key of the last line seen.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>First day.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>Product code.</summary>
    [SupplyParameterFromQuery(Name = "product")]
    public string? Product { get; set; }

    /// <summary>Channel.</summary>
    [SupplyParameterFromQuery(Name = "channel")]
    public string? Channel { get; set; }

    /// <summary>Code of the province.</summary>
    [SupplyParameterFromQuery(Name = "region")]
    public string? Region { get; set; }

    /// <inheritdoc />
    protected override object? Subject => (Figure, Of, Detail, After, From, To, (Product, Channel, Region));

    /// <inheritdoc />
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    [Inject]
    private FigureListReader Reader { get; init; } = default!;

    [Inject]
    private DashboardNamesReader Names { get; init; } = default!;

    [Inject]
    private CurrentActor Current { get; init; } = default!;

    [Inject]
    private DisplayTime Time { get; init; } = default!;

    private string Heading => _list is not { } list || _names is not { } names ? DashboardText.ListKicker
        : FigureTexts.Narrowed(list, names) is { } narrowed ? $"{FigureTexts.Title(list.Kind)}: {narrowed}" : FigureTexts.Title(list.Kind);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        DashboardQuery query = DashboardQuery.Read(Time.Today, From, To, Product, Channel, Region);
        FigureKey? after = DashboardUrls.ReadKey(After);
        if (!Enum.TryParse(Figure, out FigureKind kind) || !Enum.IsDefined(kind) || !query.IsUnderstood || (After is not null && after is null))
        {
            _refusal = DashboardText.ListNotUnderstood;
            _page = null;
            return;
        }

        FigureList list = new(kind, query.Filter, Of, Detail);
        Result<FigurePage> result = await Reader.ReadAsync(list, after, await Current.GetAsync(), cancellationToken);
        _names ??= await Names.ReadAsync(cancellationToken);
        _list = list;
        _refusal = result.Refusal switch
        {
            null => null,
            Invalid => DashboardText.ListNotUnderstood,
            { } refusal => DomainTexts.Of(refusal),
        };
        _page = result.IsDone ? result.Value : null;
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        StateHasChanged();
    }
}
