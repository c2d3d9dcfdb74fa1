using Radzen;

namespace Onboarding.Portal.Components.Controls;

/// <summary>Asks before something is done.</summary>
public static class ConfirmDialogExtensions
{
    /// <summary>Shows the question and waits for the answer.</summary>
    /// <returns>The answer, or null when the person closed the dialog or chose to cancel.</returns>
    public static async Task<ConfirmAnswer?> ConfirmAsync(this DialogService dialogs, ConfirmRequest request)
    {
        object? answer = await dialogs.OpenAsync<ConfirmDialog>(
            request.Title,
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ConfirmDialog.Request)] = request },
            new DialogOptions { Width = "32rem", CloseDialogOnEsc = true, AutoFocusFirstElement = true });
        return answer as ConfirmAnswer;
    }
}
