using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Stage1Intake.Reading;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Cases;

/// <summary>Corrects the data of a registration (stages 1 and 2). What was typed stays until it was saved.</summary>
public sealed partial class EditDataForm
{
    private readonly AcceptedReadings _accepted = new();
    private RegistrationForm? _form;
    private RegistrationInput _filled = default!;
    private ProblemSummary? _summary;
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private SeenCase _seen = default!;
    private Refusal? _refusal;
    private string _reason = "";
    private bool _isBusy;
    private KeptForm? _kept;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required CaseFile File { get; set; }

    /// <summary>Called when it was saved or given up.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    private CaseDesk Desk { get; set; } = default!;

    [Inject]
    private EditRegistrationHandler Handler { get; set; } = default!;

    [Inject]
    private ReadIdentityCardHandler Cards { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private UploadPendingDocumentHandler Uploads { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    // The newest good photo of the card; of several parts the first, which is the front.
    private Guid? Card => File.Case.Documents
        .Where(document => document.IsUsable && document.Kind == CardPaths.DocumentOf(File.Case.Kind))
        .OrderByDescending(document => document.Version).ThenBy(document => document.Part)
        .FirstOrDefault()?.Id;

    private bool NeedsReason => TransitionTable.Find(File.Case.Status, CaseAction.EditData).Any(row => row.NeedsReason);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _seen = new SeenCase(File);
        RegistrationInput input = Filled();
        _filled = Filled();
        SlaPolicy policy = await Sla.GetAsync(CancellationToken.None);

        // The documents of a case have their own place on the page.
        FormDocuments noDocuments = new(Uploads, File.Case.Id, place: null);
        _form = new RegistrationForm(input, noDocuments, policy.DateAt(Instant.Now(Clock))) { Changed = Show };
    }

    private RegistrationInput Filled() => RegistrationInput.From(File.Data, File.Case.ProductCode, File.Case.Id, File.Case.Requirements);

    private void Show()
    {
        if (_problems.Count > 0)
        {
            _problems = Problems();
        }

        StateHasChanged();
    }

    private async Task<Result<CardReading>> ReadCardAsync(Guid card, Action<CardReadingStep> progress, CancellationToken cancellation) =>
        await Cards.HandleAsync(new ReadIdentityCard(File.Case.Number, card), await People.GetAsync(), progress, cancellation);

    // What others wrote is shown at its field, and nothing that is typed changes by it.
    /// <inheritdoc />
    protected override void OnParametersSet() => _form?.NoteElsewhere(FormInputs.Elsewhere(_form, _filled, Filled()));

    private void TakeNewest()
    {
        _seen.Take(File);
        _refusal = null;
        if (_form is { } form)
        {
            RegistrationInput now = Filled();
            FormInputs.TakeUntouched(form, _filled, now);
            form.NoteElsewhere(FormInputs.Elsewhere(form, _filled, now));
            _filled = now;
        }
    }

    private IReadOnlyList<(string Path, string Text)> Problems() =>
        _form!.Problems([.. FieldPaths.Identity(_form.Input), .. FieldPaths.Contact(_form.Input)]);

    private KeptFields Holds() => new() { Texts = new Dictionary<string, string?>(FormInputs.Changed(_form!.Input, _filled), StringComparer.Ordinal) { [nameof(EditRegistration.Reason)] = _reason } };

    private void Restore(KeptFields kept)
    {
        _reason = kept.Text(nameof(EditRegistration.Reason));
        FormInputs.Restore(_form!, _filled, kept.Texts.Where(entry => entry.Key != nameof(EditRegistration.Reason)));
    }

    private async Task CloseAsync()
    {
        await _kept.ForgetAsync();
        await OnClose.InvokeAsync();
    }

    private async Task SaveAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        string? reason = string.IsNullOrWhiteSpace(_reason) ? null : _reason;
        Refusal? refusal = await Desk.DoAsync((actor, token) => Handler.HandleAsync(
            new(_seen.Target, _form!.Input.ToData(), reason) { MachineRead = _accepted.In(_form) }, actor, token));
        _isBusy = false;
        _refusal = _seen.Told(refusal);
        if (refusal is null)
        {
            Notifications.Notify(NotificationSeverity.Success, CaseText.ActionDone.With(DomainTexts.Of(CaseAction.EditData)));
            await CloseAsync();
        }
        else if (refusal is Invalid invalid)
        {
            _form!.Refuse(invalid);
            _problems = Problems();
            _summary?.TakeFocus();
        }
    }
}
