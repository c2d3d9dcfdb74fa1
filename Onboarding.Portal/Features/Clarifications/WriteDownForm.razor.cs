using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Hosting;
using Radzen;
using FieldError = Onboarding.Core.Results.FieldError;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>Writes down what an applicant answered on the telephone or at the counter.</summary>
public sealed partial class WriteDownForm
{
    private const string AnswerField = "Answer";
    private const string WithField = nameof(WriteDownReply.With);
    private const string EvidenceField = nameof(WriteDownReply.Evidence);

    private readonly string _id = ElementId.Next("said");
    private AnswerSheet? _sheet;
    private ContactChannel _channel = ContactChannel.Phone;
    private string _with = "";
    private string _evidence = "";
    private IReadOnlyList<FieldError> _errors = [];
    private ElementReference _withInput;
    private ElementReference _evidenceInput;
    private ElementReference? _focus;
    private string? _refusal;
    private bool _isBusy;
    private KeptForm? _kept;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required CaseFile File { get; set; }

    /// <summary>The open round.</summary>
    [Parameter, EditorRequired]
    public required ClarificationRound Round { get; set; }

    /// <summary>Called when it was saved or given up.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    private CaseDesk Desk { get; set; } = default!;

    [Inject]
    private WriteDownReplyHandler Handler { get; set; } = default!;

    [Inject]
    private UploadPendingDocumentHandler Uploads { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        SlaPolicy policy = await Sla.GetAsync(CancellationToken.None);
        IReadOnlyList<ReplyItem> items = [.. Round.Items.Select(entry =>
            new ReplyItem(entry.Item.Id, entry.Item.Position, entry.Item.Subject, entry.Item.Question, entry.Before, new ItemAnswer()))];

        // Files of a case have their own place on the page.
        _sheet = new AnswerSheet(File.Data, items, policy.DateAt(Instant.Now(Clock)), item => new FormDocuments(Uploads, item.Id, place: null));
        _sheet.Form.Changed = StateHasChanged;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } field)
        {
            _focus = null;
            await field.FocusAsync();
        }
    }

    private string? ErrorOf(string field) => _errors.Where(error => error.Field == field).Select(DomainTexts.Of).FirstOrDefault();

    // What was refused is no longer what stands there.
    private void Forget() => (_errors, _refusal) = ([], null);

    private KeptFields Holds() => AnsweredFields.Of(_sheet!, _channel, _with, _evidence);

    private void Restore(KeptFields kept)
    {
        (_channel, _with, _evidence) = (kept.Choice<ContactChannel>(nameof(WriteDownReply.Channel)), kept.Text(WithField), kept.Text(EvidenceField));
        AnsweredFields.Restore(kept, _sheet!);
    }

    private async Task CloseAsync()
    {
        await _kept.ForgetAsync();
        await OnClose.InvokeAsync();
    }

    private async Task SaveAsync()
    {
        if (_isBusy || _sheet is null)
        {
            return;
        }

        _isBusy = true;
        Forget();
        foreach (AnswerEntry entry in _sheet.Entries)
        {
            entry.Problem = null;
        }

        Dictionary<Guid, ItemAnswer> answers = _sheet.Entries.Where(entry => entry.Answer.HasContent).ToDictionary(entry => entry.Item.Id, entry => entry.Answer);
        Refusal? refusal = await Desk.DoAsync((actor, token) =>
            Handler.HandleAsync(new WriteDownReply(File.Target, answers, _channel, _with, _evidence), actor, token));
        _isBusy = false;
        if (refusal is Invalid invalid)
        {
            _sheet.Refuse(invalid);
            _errors = invalid.Errors;
            _focus = ErrorOf(AnswerField) is not null ? null : ErrorOf(WithField) is not null ? _withInput : ErrorOf(EvidenceField) is not null ? _evidenceInput : null;

            // What belongs to none of the fields on the form is still told.
            string others = string.Join(' ', _errors.Where(error => !IsShown(error)).Select(DomainTexts.Of).Distinct(StringComparer.Ordinal));
            _refusal = others.Length == 0 ? null : others;
        }
        else if (refusal is not null)
        {
            _refusal = DomainTexts.Of(refusal);
        }
        else
        {
            Notifications.Notify(NotificationSeverity.Success, CaseText.ActionDone.With(DomainTexts.Of(CaseAction.Reply)));
            await CloseAsync();
        }
    }

    private bool IsShown(FieldError error) => error.Field is AnswerField or WithField or EvidenceField
        || _sheet!.Entries.Any(entry => error.Field.StartsWith(ClarificationItem.PartOf(entry.Item.Position, ""), StringComparison.Ordinal));
}
