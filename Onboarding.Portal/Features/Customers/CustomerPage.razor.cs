using Microsoft.AspNetCore.Components;
using Onboarding.Core.Catalog;
using Onboarding.Core.Customers;
using Onboarding.Core.Drafts;
using Onboarding.Core.Queues;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Customers;

/// <summary>The page of one customer. It follows the customer; a merged record leads on to the one that it became a part of.</summary>
public sealed partial class CustomerPage
{
    private CustomerDesk? _desk;
    private ProductNames _products = new([]);
    private bool _isEditing;

    /// <summary>Customer number, from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>The merged record from which the visitor was led on.</summary>
    [SupplyParameterFromQuery(Name = CustomerUrls.FromParameter)]
    public string? From { get; set; }

    /// <inheritdoc />
    protected override object Subject => Number;

    [Inject]
    private CustomerFiles Reader { get; set; } = default!;

    [Inject]
    private ProductReader Catalogue { get; set; } = default!;

    [Inject]
    private FormKeeping Keeping { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => change.Number == Number;

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _products = new ProductNames(await Catalogue.AllAsync(cancellationToken));
        if (_desk?.Number != Number)
        {
            FormKeeper keeper = await Keeping.OpenAsync(DraftSubject.Customer(Number), cancellationToken);
            _desk = new CustomerDesk(Number, Reader, People, StateHasChanged) { Keeper = keeper };
            _isEditing = keeper.Has(FormNames.EditCustomer);
        }

        await ApplyAsync([], cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        await _desk!.ReadAsync(cancellationToken);
        if (_desk.File?.SurvivorNumber is { } survivor)
        {
            Navigation.NavigateTo(CustomerUrls.InPlaceOf(survivor, Number), replace: true);
        }
    }
}
