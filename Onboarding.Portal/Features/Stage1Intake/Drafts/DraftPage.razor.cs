using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Stage1Intake.Drafts;

/// <summary>Saves, sends in or throws away a draft; another person's change is a conflict, and nothing is overwritten.</summary>
public sealed partial class DraftPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProductCard> _products = [];
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private PolicyText _policy = default!;
    private CaseDocuments? _documents;
    private RegistrationForm? _form;
    private OfflineForm? _offline;
    private string? _refusal;
    private Tone _tone = Tone.Danger;
    private bool _isBusy;
    private bool _isSaved;
    private bool _isSent;
    private bool _isMissing;

    /// <summary>The number of the draft.</summary>
    [Parameter]
    public string Number { get; set; } = string.Empty;

    [Inject]
    private ProductReader Catalog { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private CaseFileReader Cases { get; set; } = default!;

    [Inject]
    private EditRegistrationHandler Edit { get; set; } = default!;

    [Inject]
    private SubmitDraftHandler Submit { get; set; } = default!;

    [Inject]
    private AddDocumentHandler Documents { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>Stops what is under way: the page is gone.</summary>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _products = [.. (await Catalog.AllAsync(_leaving.Token)).Select(ProductCard.Of)];
        _policy = await Catalog.PrivacyPolicyAsync(_leaving.Token);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Result<CaseFile> result = await Cases.ReadAsync(Number, await Actor.GetAsync(), _leaving.Token);
        _refusal = null;
        _problems = [];
        _isMissing = !result.IsDone || !result.Value.May(CaseAction.Submit);
        if (_isMissing)
        {
            return;
        }

        CaseFile file = result.Value!;
        RegistrationInput input = RegistrationInput.From(file.Data, file.Case.ProductCode, file.Case.Id);
        input[FieldPaths.Channel] = file.Case.Channel.ToString();
        input[FieldPaths.Language] = file.Case.Language.ToString();
        _documents = new CaseDocuments(Documents, file.Target, Actor.GetAsync);
        _documents.Show(file.Case);
        _form = new RegistrationForm(input, _documents, (await Sla.GetAsync(_leaving.Token)).DateAt(Instant.Now(Clock))) { Changed = Show };
    }

    private void Show()
    {
        _isSaved = false;
        if (_problems.Count > 0)
        {
            _problems = _form!.Problems(FieldPaths.All(_form.Input));
        }

        StateHasChanged();
    }

    private Task SaveAsync() => ActAsync(async () => _isSaved = await SavedAsync());

    private Task SendAsync()
    {
        if (!_form!.Accepts(FieldPaths.All(_form.Input)))
        {
            ShowProblems();
            return Task.CompletedTask;
        }

        return ActAsync(async () =>
        {
            if (await SavedAsync())
            {
                RegistrationInput input = _form.Input;
                GivenConsent consent = new(_policy.Version, input.IsTicked(FieldPaths.Consent), input.IsTicked(FieldPaths.Marketing));
                _isSent = Done(await Submit.HandleAsync(new SubmitDraft(_documents!.Target, consent), await Actor.GetAsync(), _leaving.Token));
            }
        });
    }

    private async Task DiscardAsync()
    {
        ConfirmRequest question = new(IntakeText.DiscardTitle, IntakeText.DiscardText, IntakeText.Discard, IsDangerous: true);
        if (await Dialogs.ConfirmAsync(question) is null)
        {
            return;
        }

        await ActAsync(async () =>
        {
            if (Done(await Submit.DiscardAsync(_documents!.Target, await Actor.GetAsync(), _leaving.Token)))
            {
                Navigation.NavigateTo(IntakeUrls.Drafts);
            }
        });
    }

    private async Task<bool> SavedAsync() =>
        Done(await Edit.HandleAsync(new EditRegistration(_documents!.Target, _form!.Input.ToData(), null), await Actor.GetAsync(), _leaving.Token));

    private async Task ActAsync(Func<Task> act)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        _refusal = null;
        try
        {
            await act();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private bool Done(Result<CaseState> result)
    {
        switch (result.Refusal)
        {
            case null:
                _documents!.Moved(result.Value);
                break;
            case Invalid invalid:
                _form!.Refuse(invalid);
                ShowProblems();
                break;
            case { } refusal:
                _tone = refusal is Conflict ? Tone.Warning : Tone.Danger;
                _refusal = DomainTexts.Of(refusal);
                break;
        }

        return result.IsDone;
    }

    private void ShowProblems()
    {
        _problems = _form!.Problems(FieldPaths.All(_form.Input));
        _offline?.FocusOnProblems();
    }
}
