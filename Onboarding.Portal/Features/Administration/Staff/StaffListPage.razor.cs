using Microsoft.AspNetCore.Components;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Staff;

/// <summary>The accounts of the staff: who can sign in, and in which role.</summary>
public sealed partial class StaffListPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<StaffRow>? _rows;
    private string? _ownId;
    private string? _refusal;

    [Inject]
    private StaffDirectory Directory { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    /// <summary>Stops what is still being read.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _ownId = (await Current.GetAsync()).Id;
        await ReadAsync();
    }

    private static string Filled(string text, StaffRow row) => text.With(row.DisplayName);

    private async Task ReadAsync() => _rows = await Directory.ListAsync(_closing.Token);

    private async Task CreateAsync()
    {
        if (await Dialogs.OpenAsync<NewStaffDialog>(StaffText.CreateTitle, options: FormDialog()) is NewStaffDialog.Made made)
        {
            await ReadAsync();
            StateHasChanged();
            await ShowPasswordAsync(made.DisplayName, made.Password);
        }
    }

    private async Task ChangeRolesAsync(StaffRow row)
    {
        object? answer = await Dialogs.OpenAsync<StaffRolesDialog>(
            Filled(StaffText.ChangeRolesOf, row),
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(StaffRolesDialog.Chosen)] = row.Roles },
            FormDialog());
        if (answer is IReadOnlyList<ActorRole> roles)
        {
            await ShowAsync(await Directory.SetRolesAsync(_ownId!, row.Id, roles));
        }
    }

    private async Task SetDisabledAsync(StaffRow row)
    {
        if (row.IsDisabled || await AgreesAsync(StaffText.DisableTitle, StaffText.DisableText, StaffText.Disable, row))
        {
            await ShowAsync(await Directory.SetDisabledAsync(_ownId!, row.Id, !row.IsDisabled));
        }
    }

    private async Task ResetPasswordAsync(StaffRow row)
    {
        if (await AgreesAsync(StaffText.ResetTitle, StaffText.ResetText, StaffText.ResetPassword, row))
        {
            StaffPasswordAnswer answer = await Directory.ResetPasswordAsync(row.Id);
            await ShowAsync(answer.Problem);
            if (answer.Password is { } password)
            {
                await ShowPasswordAsync(row.DisplayName, password);
            }
        }
    }

    private async Task<bool> AgreesAsync(string title, string text, string verb, StaffRow row) =>
        await Dialogs.ConfirmAsync(new ConfirmRequest(Filled(title, row), text, verb, IsDangerous: true)) is not null;

    private async Task ShowAsync(StaffAccountProblem? problem)
    {
        _refusal = problem?.Sentence();
        await ReadAsync();
        StateHasChanged();
    }

    private Task ShowPasswordAsync(string displayName, string password) =>
        SecretDialog.ShowAsync(Dialogs, StaffText.PasswordTitle.With(displayName), StaffText.PasswordText, password);

    private static DialogOptions FormDialog() => new() { Width = "34rem", AutoFocusFirstElement = true };
}
