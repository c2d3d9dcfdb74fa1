using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Stage1Intake.Drafts;

/// <summary>Takes a new registration from a member of staff, as a draft or at once.</summary>
public sealed partial class NewIntakePage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProductCard> _products = [];
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private PolicyText _policy = default!;
    private RegistrationForm? _form;
    private OfflineForm? _offline;
    private string? _refusal;
    private string? _sent;
    private bool _isBusy;

    [Inject]
    private ProductReader Catalog { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private RegisterCaseHandler Register { get; set; } = default!;

    [Inject]
    private UploadPendingDocumentHandler Uploads { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

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
    protected override Task OnInitializedAsync() => StartAsync();

    private async Task StartAsync()
    {
        _products = ProductCard.Offered(await Catalog.AllAsync(_leaving.Token));
        _policy = await Catalog.PrivacyPolicyAsync(_leaving.Token);
        RegistrationInput input = RegistrationInput.New(SequentialId.New(Clock));
        input[FieldPaths.Channel] = nameof(Channel.Offline);
        input[FieldPaths.Language] = nameof(Language.Indonesian);
        FormDocuments documents = new(Uploads, input.SubmissionKey, () => true);
        _form = new RegistrationForm(input, documents, (await Sla.GetAsync(_leaving.Token)).DateAt(Instant.Now(Clock))) { Changed = Show };
        _sent = null;
        _problems = [];
    }

    private void Show()
    {
        if (_problems.Count > 0)
        {
            _problems = _form!.Problems(FieldPaths.All(_form.Input));
        }

        StateHasChanged();
    }

    private Task SendAsync()
    {
        if (_form!.Accepts(FieldPaths.All(_form.Input)))
        {
            return RegisterAsync(isDraft: false);
        }

        ShowProblems();
        return Task.CompletedTask;
    }

    private void ShowProblems()
    {
        _problems = _form!.Problems(FieldPaths.All(_form.Input));
        _offline?.FocusOnProblems();
    }

    // A draft needs only what cannot change later: for what, and as whom.
    private async Task RegisterAsync(bool isDraft)
    {
        if (_isBusy)
        {
            return;
        }

        if (isDraft && !_form!.Accepts(FieldPaths.Choice))
        {
            ShowProblems();
            return;
        }

        _isBusy = true;
        _refusal = null;
        try
        {
            Result<Registered> result = await Register.HandleAsync(Command(isDraft), await Actor.GetAsync(), _leaving.Token);
            Show(result, isDraft);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private RegisterCase Command(bool isDraft)
    {
        RegistrationInput input = _form!.Input;
        return new RegisterCase(
            input.SubmissionKey,
            input.ProductCode,
            input.Choice<Channel>(FieldPaths.Channel) ?? Channel.Offline,
            input.Choice<Language>(FieldPaths.Language) ?? Language.Indonesian,
            input.ToData(),
            isDraft ? null : new GivenConsent(_policy.Version, input.IsTicked(FieldPaths.Consent), input.IsTicked(FieldPaths.Marketing)),
            isDraft);
    }

    private void Show(Result<Registered> result, bool isDraft)
    {
        switch (result.Refusal)
        {
            case null when isDraft:
                Navigation.NavigateTo(IntakeUrls.Draft(result.Value.State.Number));
                break;
            case null:
                _sent = result.Value.State.Number;
                break;
            case Invalid invalid:
                _form!.Refuse(invalid);
                ShowProblems();
                break;
            case { } refusal:
                _refusal = DomainTexts.Of(refusal);
                break;
        }
    }
}
