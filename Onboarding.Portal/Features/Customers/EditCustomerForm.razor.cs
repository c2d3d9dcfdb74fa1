using Microsoft.AspNetCore.Components;
using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Radzen;

namespace Onboarding.Portal.Features.Customers;

/// <summary>Corrects a customer record. What was typed stays until it was saved, also when it is refused or somebody else was faster.</summary>
public sealed partial class EditCustomerForm
{
    private RegistrationForm? _form;
    private ProblemSummary? _summary;
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private CustomerTarget _seen = default!;
    private CustomerRecord? _filled;
    private Refusal? _refusal;
    private string? _reasonError;
    private string _reason = "";
    private int _sequence;
    private bool _isOutdated;
    private bool _isBusy;
    private KeptForm? _kept;

    /// <summary>The customer.</summary>
    [Parameter, EditorRequired]
    public required CustomerFile File { get; set; }

    /// <summary>Called when it was saved or given up.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    private CustomerDesk Desk { get; set; } = default!;

    [Inject]
    private EditCustomerHandler Handler { get; set; } = default!;

    [Inject]
    private UploadPendingDocumentHandler Uploads { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Inject]
    private UnsavedInput Unsaved { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Note();
        if (File.Record is not { } record)
        {
            return;
        }

        _filled = record;

        DateOnly today = (await Sla.GetAsync(CancellationToken.None)).DateAt(Instant.Now(Clock));

        // A record has no documents of its own; they lie in its cases.
        FormDocuments noDocuments = new(Uploads, File.Customer.Id, place: null);
        _form = new RegistrationForm(CustomerInput.From(record, File.Customer.Id), noDocuments, today)
        {
            Changed = Show,
            SourceRule = input => CustomerRules.Check(CustomerInput.ToRecord(input), today).Errors,
        };
    }

    // What others changed goes into the form where this person has typed nothing, or saving would turn it back.
    private void TakeNewest()
    {
        Note();
        if (_form is { } form && _filled is { } filled && File.Record is { } record)
        {
            CustomerInput.TakeOver(form.Input, filled, record);
            NoteElsewhere();
            _filled = record;
            form.DocumentsChanged();
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => NoteElsewhere();

    // What others wrote is shown at its field, and nothing that is typed changes by it. Lists are compared entry by entry only while they
    // are equally long: otherwise the third is not the third any more.
    private void NoteElsewhere()
    {
        if (_form is { } form && _filled is { } filled && File.Record is { } record)
        {
            RegistrationInput before = CustomerInput.From(filled, File.Customer.Id);
            RegistrationInput now = CustomerInput.From(record, File.Customer.Id);
            string[] moved = [.. CustomerInput.Lists.Where(list => CustomerInput.Count(before, list) != CustomerInput.Count(now, list) || CustomerInput.Count(form.Input, list) != CustomerInput.Count(now, list))];
            form.NoteElsewhere(FormInputs.Elsewhere(form, before, now).Where(entry => !moved.Contains(entry.Key.Split('.')[0])).ToDictionary(StringComparer.Ordinal));
        }
    }

    private void Note()
    {
        _seen = File.Target;
        _sequence = File.Customer.AuditSequence;
        _isOutdated = false;
        _refusal = null;
    }

    private void Show()
    {
        if (_problems.Count > 0)
        {
            _problems = Problems();
        }

        StateHasChanged();
    }

    private IReadOnlyList<(string Path, string Text)> Problems() =>
        _form!.Problems([.. FieldPaths.Identity(_form.Input), .. FieldPaths.Contact(_form.Input), .. CustomerInput.Paths(_form.Input)]);

    private KeptFields Holds() => new()
    {
        Texts = new Dictionary<string, string?>(FormInputs.Changed(_form!.Input, Filled()), StringComparer.Ordinal) { [nameof(EditCustomer.Reason)] = _reason },
    };

    private void Restore(KeptFields kept)
    {
        _reason = kept.Text(nameof(EditCustomer.Reason));
        FormInputs.Restore(_form!, Filled(), kept.Texts.Where(entry => entry.Key != nameof(EditCustomer.Reason)));
    }

    private RegistrationInput Filled() => CustomerInput.From(_filled!, File.Customer.Id);

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
        EditCustomer command = new(_seen, CustomerInput.ToRecord(_form!.Input), _reason);
        Refusal? refusal = await Desk.DoAsync(actor => Handler.HandleAsync(command, actor, CancellationToken.None));
        _isBusy = false;
        _isOutdated = refusal?.Code == RefusalCode.CustomerChanged;
        _refusal = _isOutdated ? null : refusal;
        _reasonError = null;
        if (refusal is null)
        {
            Unsaved.End();
            Notifications.Notify(NotificationSeverity.Success, CustomerText.Saved);
            await CloseAsync();
        }
        else if (refusal is Invalid invalid)
        {
            _reasonError = invalid.Errors.Where(error => error.Field == nameof(EditCustomer.Reason)).Select(DomainTexts.Of).FirstOrDefault();
            _form.Refuse(invalid);
            _problems = Problems();
            _summary?.TakeFocus();
        }
    }
}
