using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Portal.Components.Controls;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Keeping;

namespace Onboarding.Portal.Features.Stage2Verification;

/// <summary>The form of one check: result, evidence by choice and in words, document, remark.</summary>
public sealed partial class CheckForm
{
    private readonly string _name = ElementId.Next("check");
    private readonly HashSet<EvidenceKind> _chosen = [];
    private CheckResult _result;
    private Guid? _looked;
    private string _evidence = "";
    private string _remark = "";
    private ElementReference _resultInput;
    private ElementReference _evidenceInput;
    private ElementReference? _focus;
    private Refusal? _refusal;
    private bool _isOpen;
    private bool _isBusy;
    private KeptForm? _kept;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required CaseFile File { get; set; }

    /// <summary>The line of the form.</summary>
    [Parameter, EditorRequired]
    public required VerificationLine Line { get; set; }

    /// <summary>The documents on which the line can be checked, the most telling first.</summary>
    [Parameter]
    public IReadOnlyList<CaseDocument> Documents { get; set; } = [];

    /// <summary>Called when it was recorded.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    [CascadingParameter]
    private CaseDesk Desk { get; set; } = default!;

    [Inject]
    private RecordCheckHandler Handler { get; set; } = default!;

    private IReadOnlyList<EvidenceKind> Choices => Enum.IsDefined(_result) ? EvidenceChoices.For(Line.Code, _result) : [];

    private Guid? Looked => _looked ?? (Documents.Count > 0 ? File.Case.LeadingDocument(Documents[0].Kind)?.Id : null);

    private static CheckResult FirstResult => Enum.GetValues<CheckResult>()[0];

    // What is missing is told at its field.
    private string? Refused => _refusal is null || ErrorOf(nameof(RecordCheck.Evidence)) is not null || ErrorOf(nameof(RecordCheck.CheckResult)) is not null
        ? null
        : DomainTexts.Of(_refusal);

    /// <inheritdoc />
    protected override void OnInitialized() => _isOpen = Line.Result is null || Desk.Keeper?.Has(FormNames.Of(CaseAction.RecordCheck, Line.Key)) == true;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } field)
        {
            _focus = null;
            await field.FocusAsync();
        }
    }

    private string? ErrorOf(string field) =>
        (_refusal as Invalid)?.Errors.FirstOrDefault(error => error.Field == field) is { } error ? DomainTexts.Of(error) : null;

    private void Choose(CheckResult result)
    {
        Forget();
        _result = result;
        _chosen.Clear();
        _chosen.UnionWith(Choices.Where(IsKnown));
    }

    // Only what the system itself knows: everything else is the verifier's own word.
    private bool IsKnown(EvidenceKind evidence) => (Line.Code, evidence) switch
    {
        (CheckCode.IdentityNumber, EvidenceKind.StructureAgrees) => File.Warnings.Count == 0,
        (CheckCode.NewCustomer, EvidenceKind.NoMatchFound) => File.Case.Duplicates.Count == 0,
        (CheckCode.NewCustomer, EvidenceKind.MatchesDecided) => File.Case.Duplicates.Count > 0 && File.Case.Duplicates.All(match => !match.IsOpen),
        (CheckCode.ExternalSource, EvidenceKind.SourceAnswer) => Answer is SourceState.Match or SourceState.Mismatch or SourceState.NotFound,
        (CheckCode.ExternalSource, EvidenceKind.SourceUnavailable) => Answer == SourceState.Unavailable,
        _ => false,
    };

    private SourceState? Answer => File.Sources.FirstOrDefault(source => source.Info.Name == Line.Key.Subject)?.Answer?.State;

    // What was refused is no longer what stands there.
    private void Forget() => _refusal = null;

    private void Tick(EvidenceKind evidence)
    {
        Forget();
        if (!_chosen.Remove(evidence))
        {
            _chosen.Add(evidence);
        }
    }

    private void Look(Guid? id)
    {
        _looked = id;
        if (id is { } document)
        {
            Desk.Show(document);
        }
    }

    private KeptFields Holds() => new()
    {
        Texts = { [nameof(RecordCheck.Evidence)] = _evidence, [nameof(RecordCheck.Remark)] = _remark },
        Choices =
        {
            [nameof(RecordCheck.CheckResult)] = KeptFields.Of(_result),
            [nameof(CheckEvidence.Choices)] = KeptFields.Of(_chosen.Select(choice => choice.ToString())),
            [nameof(CheckEvidence.DocumentId)] = _looked?.ToString(),
        },
    };

    private void Restore(KeptFields kept)
    {
        (_evidence, _remark, _result) = (kept.Text(nameof(RecordCheck.Evidence)), kept.Text(nameof(RecordCheck.Remark)), kept.Choice<CheckResult>(nameof(RecordCheck.CheckResult)));
        _looked = Guid.TryParse(kept.Choice(nameof(CheckEvidence.DocumentId)), out Guid document) && Documents.Any(known => known.Id == document) ? document : null;
        _chosen.Clear();
        _chosen.UnionWith(Choices.Where(choice => kept.Several(nameof(CheckEvidence.Choices)).Contains(choice.ToString())));
    }

    private async Task SaveAsync()
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _refusal) = (true, null);
        CheckEvidence evidence = new([.. _chosen], _evidence, Looked);
        _refusal = await Desk.DoAsync((actor, token) =>
            Handler.HandleAsync(new(File.Target, Line.Key, _result, evidence, string.IsNullOrWhiteSpace(_remark) ? null : _remark), actor, token));
        _isBusy = false;
        _focus = ErrorOf(nameof(RecordCheck.CheckResult)) is not null ? _resultInput
            : ErrorOf(nameof(RecordCheck.Evidence)) is not null ? _evidenceInput
            : null;
        if (_refusal is null)
        {
            (_result, _evidence, _remark, _isOpen) = (default, "", "", false);
            _chosen.Clear();
            await _kept.ForgetAsync();
            await OnDone.InvokeAsync();
        }
    }
}
