using Microsoft.AspNetCore.Components;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Deliveries;

/// <summary>The delivery log of webhooks.</summary>
public sealed partial class DeliveriesPage
{
    private IReadOnlyList<PartnerRow> _partners = [];
    private IReadOnlyList<DeliveryRow>? _rows;
    private Refusal? _refusal;

    [SupplyParameterFromQuery(Name = DeliveryUrls.PartnerParameter)]
    private Guid? Partner { get; set; }

    [SupplyParameterFromQuery(Name = DeliveryUrls.FailedParameter)]
    private bool Failed { get; set; }

    [SupplyParameterFromQuery(Name = DeliveryUrls.BeforeParameter)]
    private Guid? Before { get; set; }

    [Inject]
    private DeliveryReader Reader { get; set; } = default!;

    [Inject]
    private PartnerReader Partners { get; set; } = default!;

    [Inject]
    private ReplayDeliveriesHandler Replay { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _partners = await Partners.ListAsync(CancellationToken.None);

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync() => _rows = await Reader.ListAsync(new DeliveryFilter(Partner, Failed, Before), CancellationToken.None);

    private void ChoosePartner(ChangeEventArgs change) =>
        Navigation.NavigateTo(DeliveryUrls.With(Guid.TryParse(change.Value as string, out Guid partner) ? partner : null, Failed, before: null));

    private void ChooseState(ChangeEventArgs change) => Navigation.NavigateTo(DeliveryUrls.With(Partner, change.Value is "failed", before: null));

    private async Task ReplayAsync(DeliveryRow row) => await ShowAsync(await Replay.ReplayAsync(row.Id, await Current.GetAsync(), CancellationToken.None));

    private async Task ReplayFailedAsync() => await ShowAsync(await Replay.ReplaySetAsideAsync(Partner, await Current.GetAsync(), CancellationToken.None));

    private async Task ShowAsync(Result<int> result)
    {
        _refusal = result.Refusal;
        if (result.IsDone)
        {
            Notifications.Notify(NotificationSeverity.Success, DeliveriesText.Replayed.With(result.Value));
        }

        await ReadAsync();
    }
}
