using Microsoft.AspNetCore.Components;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Dashboard.Wallboards;

/// <summary>The links of screens on the wall, for supervisors and administrators.</summary>
public partial class ScreensPage
{
    private IReadOnlyList<WallScreen>? _screens;
    private string _name = "";
    private string? _refusal;
    private bool _isBusy;

    [Inject]
    private WallScreensHandler Handler { get; init; } = default!;

    [Inject]
    private CurrentActor Current { get; init; } = default!;

    [Inject]
    private DialogService Dialogs { get; init; } = default!;

    [Inject]
    private NavigationManager Navigation { get; init; } = default!;

    [Inject]
    private UnsavedInput Unsaved { get; init; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        Result<IReadOnlyList<WallScreen>> read = await Handler.ListAsync(await Current.GetAsync(), CancellationToken.None);
        _screens = read.IsDone ? read.Value : [];
        _refusal = read.Refusal is { } refusal ? DomainTexts.Of(refusal) : null;
    }

    private async Task CreateAsync()
    {
        _isBusy = true;
        Result<string> made = await Handler.CreateAsync(_name, await Current.GetAsync(), CancellationToken.None);
        _isBusy = false;
        if (!made.IsDone)
        {
            _refusal = made.Refusal is Invalid ? DashboardText.ScreenNameInvalid : DomainTexts.Of(made.Refusal);
            return;
        }

        _name = "";
        Unsaved.End();
        await ReadAsync();
        await SecretDialog.ShowAsync(Dialogs, DashboardText.ScreenLinkTitle, DashboardText.ScreenLinkText, Navigation.ToAbsoluteUri(DashboardUrls.Wall(made.Value)).ToString());
    }

    private async Task RevokeAsync(WallScreen screen)
    {
        if (await Dialogs.ConfirmAsync(new ConfirmRequest(DashboardText.ScreenRevokeTitle.With(screen.Name), DashboardText.ScreenRevokeText, DashboardText.ScreenRevoke, IsDangerous: true)) is null)
        {
            return;
        }

        Result<Guid> revoked = await Handler.RevokeAsync(screen.Id, await Current.GetAsync(), CancellationToken.None);
        await ReadAsync();
        _refusal = revoked.Refusal is { } refusal ? DomainTexts.Of(refusal) : _refusal;
    }
}
