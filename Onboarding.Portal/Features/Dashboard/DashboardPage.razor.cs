using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>The supervisor's dashboard: live, and for any period, product, channel and province.</summary>
public partial class DashboardPage
{
    private Overview? _figures;
    private DashboardNames? _names;
    private string? _refusal;
    private bool _isUnderstood = true;

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
    protected override object? Subject => (From, To, Product, Channel, Region);

    /// <inheritdoc />
    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    [Inject]
    private OverviewReader Reader { get; init; } = default!;

    [Inject]
    private DashboardNamesReader Names { get; init; } = default!;

    [Inject]
    private CurrentActor Current { get; init; } = default!;

    [Inject]
    private DisplayTime Time { get; init; } = default!;

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        // Asked for each time: without days in the address, a page left open overnight goes on with the new day.
        DashboardQuery query = DashboardQuery.Read(Time.Today, From, To, Product, Channel, Region);
        Result<Overview> result = await Reader.ReadAsync(query.Filter, await Current.GetAsync(), cancellationToken);
        _names ??= await Names.ReadAsync(cancellationToken);
        _isUnderstood = query.IsUnderstood;
        _refusal = result.Refusal is { } refusal ? DomainTexts.Of(refusal) : null;
        _figures = result.IsDone ? result.Value : null;
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        StateHasChanged();
    }
}
