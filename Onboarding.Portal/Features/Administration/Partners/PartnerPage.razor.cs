using Microsoft.AspNetCore.Components;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Partners;

/// <summary>One partner: its keys, its webhooks, its name.</summary>
public sealed partial class PartnerPage
{
    private PartnerInput _values = new();
    private PartnerFile? _file;
    private Refusal? _refusal;
    private Refusal? _renameRefusal;
    private bool _isMissing;

    /// <summary>Which partner.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private PartnerReader Reader { get; set; } = default!;

    [Inject]
    private EditPartnerHandler Edit { get; set; } = default!;

    [Inject]
    private PartnerKeysHandler Keys { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private UnsavedInput Unsaved { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_file?.Partner.Id != Id)
        {
            await ReadAsync();
            _values = new PartnerInput { Name = _file?.Partner.Name ?? "", Contact = _file?.Partner.ContactEmail ?? "" };
        }
    }

    private async Task ReadAsync()
    {
        _file = await Reader.FindAsync(Id, CancellationToken.None);
        _isMissing = _file is null;
    }

    private async Task RenameAsync()
    {
        _renameRefusal = (await Edit.RenameAsync(Id, _values.Details, await Current.GetAsync(), CancellationToken.None)).Refusal;
        if (_renameRefusal is null)
        {
            Unsaved.End();
            Notifications.Notify(NotificationSeverity.Success, PartnersText.Saved);
            await ReadAsync();
        }
    }

    private async Task SetDisabledAsync()
    {
        bool disable = _file!.Partner.DisabledAt is null;
        ConfirmRequest question = new(PartnersText.DisableTitle.With(_file.Partner.Name), PartnersText.DisableText, PartnersText.Disable, IsDangerous: true);
        if (disable && await Dialogs.ConfirmAsync(question) is null)
        {
            return;
        }

        _refusal = (await Edit.SetDisabledAsync(Id, disable, await Current.GetAsync(), CancellationToken.None)).Refusal;
        await ReadAsync();
    }

    private async Task CreateKeyAsync()
    {
        object? made = await Dialogs.OpenAsync<NewKeyDialog>(
            PartnersText.NewKey,
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(NewKeyDialog.PartnerId)] = Id },
            new DialogOptions { Width = "36rem", AutoFocusFirstElement = true });
        if (made is string key)
        {
            Unsaved.End();
            await ReadAsync();
            StateHasChanged();
            await SecretDialog.ShowAsync(Dialogs, PartnersText.KeyTitle, PartnersText.KeyText, key);
        }
    }

    private async Task RevokeKeyAsync(PartnerKey key)
    {
        ConfirmRequest question = new(PartnersText.RevokeTitle.With(key.Label), PartnersText.RevokeText, PartnersText.Revoke, IsDangerous: true);
        if (await Dialogs.ConfirmAsync(question) is not null)
        {
            _refusal = (await Keys.RevokeAsync(Id, key.Id, await Current.GetAsync(), CancellationToken.None)).Refusal;
            await ReadAsync();
        }
    }
}
