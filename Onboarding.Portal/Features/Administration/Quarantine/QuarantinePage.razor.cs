using Microsoft.AspNetCore.Components;
using Onboarding.Core.Documents.Quarantine;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Quarantine;

/// <summary>What the virus scanner recognised, for Tim IT, who delete it with a reason. The list follows what happens to cases.</summary>
public sealed partial class QuarantinePage
{
    private IReadOnlyList<QuarantineRow>? _rows;
    private string? _refusal;

    [Inject]
    private QuarantineReader Reader { get; set; } = default!;

    [Inject]
    private DeleteQuarantinedHandler Handler { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Result<IReadOnlyList<QuarantineRow>> rows = await Reader.ListAsync(await People.GetAsync(), cancellationToken);
        _rows = rows.IsDone ? rows.Value : [];
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        StateHasChanged();
    }

    // The core keeps no personal name for an applicant, and none at all for a form that was not sent in.
    private static string Uploader(QuarantineRow row) =>
        row.UploadedByName is null or "applicant" ? DomainTexts.Of(ActorRole.Applicant) : row.UploadedByName;

    private async Task DeleteAsync(QuarantineRow row)
    {
        ConfirmRequest question = new(
            QuarantineText.DeleteTitle, QuarantineText.DeleteText, QuarantineText.Delete, IsDangerous: true, QuarantineText.Reason);
        if (await Dialogs.ConfirmAsync(question) is not { Reason: { } reason })
        {
            return;
        }

        Result<Done> deleted = await Handler.HandleAsync(new DeleteQuarantined(row.Id, reason), await People.GetAsync(), Closing);
        _refusal = deleted.IsDone ? null : DomainTexts.Of(deleted.Refusal);
        if (deleted.IsDone)
        {
            Notifications.Notify(NotificationSeverity.Success, QuarantineText.Deleted);
        }

        await ReadAsync(Closing);
    }
}
