using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>Leads an applicant through the form. Whatever is refused, nothing that was typed is lost.</summary>
public sealed partial class RegisterPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProductCard> _products = [];
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private PolicyText _policy = default!;
    private RegistrationForm? _form;
    private ProblemSummary? _summary;
    private ElementReference _title;
    private string? _refusal;
    private int _step;
    private int _reached;
    private bool _isRestored;
    private bool _isSending;
    private bool _hasTurned;

    [Inject]
    private ProductReader Catalog { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private RegisterCaseHandler Register { get; set; } = default!;

    [Inject]
    private UploadPendingDocumentHandler Uploads { get; set; } = default!;

    [Inject]
    private FormKeeper Keeper { get; set; } = default!;

    [Inject]
    private CircuitLimits Limits { get; set; } = default!;

    [Inject]
    private Visitor Visitor { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "product")]
    private string? ProductCode { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    /// <summary>Stops what is under way: the page is gone.</summary>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _products = ProductCard.Offered(await Catalog.AllAsync(_leaving.Token));
        _policy = await Catalog.PrivacyPolicyAsync(_leaving.Token);
        KeptForm? kept = await Keeper.LoadAsync();
        RegistrationInput input = kept is null
            ? RegistrationInput.New(SequentialId.New(Clock))
            : new RegistrationInput { SubmissionKey = kept.SubmissionKey, Values = kept.Values };
        _isRestored = kept is not null;
        _reached = _step = Math.Clamp(kept?.Step ?? 0, RegistrationStep.Product, RegistrationStep.Review);
        Preselect(input);
        await UseAsync(input);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_hasTurned)
        {
            _hasTurned = false;
            await _title.FocusAsync();
        }
    }

    // A link from a product's card names it; what it names and is not offered is left out.
    private void Preselect(RegistrationInput input)
    {
        ProductCard? product = _products.FirstOrDefault(card => string.Equals(card.Code, ProductCode, StringComparison.OrdinalIgnoreCase));
        if (Enum.TryParse(Kind, ignoreCase: true, out CustomerKind kind) && product?.IsFor(kind) == true)
        {
            input[FieldPaths.Kind] = kind.ToString();
        }

        if (product is not null && (input.Kind is not { } chosen || product.IsFor(chosen)))
        {
            input[FieldPaths.Product] = product.Code;
        }
    }

    private async Task UseAsync(RegistrationInput input)
    {
        input.Products = _products;
        DateOnly today = (await Sla.GetAsync(_leaving.Token)).DateAt(Instant.Now(Clock));
        FormDocuments documents = new(Uploads, input.SubmissionKey, () => Limits.MayUpload(Visitor));
        await documents.LoadAsync(_leaving.Token);
        _form = new RegistrationForm(input, documents, today);
        _form.Changed = ShowAndKeep;
    }

    private void ShowAndKeep()
    {
        if (_problems.Count > 0)
        {
            _problems = _form!.Problems(RegistrationStep.Fields(_step, _form.Input));
        }

        StateHasChanged();
        _ = Keeper.SaveAsync(_form!.Input, _step);
    }

    private async Task StartAnewAsync()
    {
        foreach (TrayDocument document in _form!.Documents.All.ToList())
        {
            await _form.Documents.RemoveAsync(document, _leaving.Token);
        }

        await Keeper.ForgetAsync();
        _isRestored = false;
        _reached = _step = RegistrationStep.Product;
        _problems = [];
        _refusal = null;
        await UseAsync(RegistrationInput.New(SequentialId.New(Clock)));
    }

    private async Task NextAsync()
    {
        _refusal = null;
        IReadOnlyList<string> fields = RegistrationStep.Fields(_step, _form!.Input);
        if (!_form.Accepts(fields))
        {
            ShowProblems(fields);
        }
        else if (_step < RegistrationStep.Review)
        {
            await GoToAsync(_step + 1);
        }
        else
        {
            await SendAsync();
        }
    }

    private void ShowProblems(IReadOnlyList<string> fields)
    {
        _problems = _form!.Problems(fields);
        _summary?.TakeFocus();
    }

    private async Task GoToAsync(int step)
    {
        _step = step;
        _reached = Math.Max(_reached, step);
        _problems = [];
        _hasTurned = true;
        await Keeper.SaveAsync(_form!.Input, _step);
    }

    private async Task FocusOnAsync(string path)
    {
        int step = RegistrationStep.Of(path, _form!.Input);
        if (step != _step)
        {
            await GoToAsync(step);
            _hasTurned = false;
        }

        _form.Focus(path);
    }

    private async Task SendAsync()
    {
        if (_isSending)
        {
            return;
        }

        if (!Limits.MaySend(Visitor))
        {
            _refusal = PublicText.TooManyAttempts;
            return;
        }

        _isSending = true;
        try
        {
            Result<Registered> result = await Register.HandleAsync(Command(), Actor.Applicant(_form!.Input.SubmissionKey), _leaving.Token);
            if (result.IsDone)
            {
                await Keeper.ForgetAsync();
                Navigation.NavigateTo(PublicUrls.Registered(result.Value.StatusToken), forceLoad: true);
                return;
            }

            await ShowRefusalAsync(result.Refusal);
        }
        finally
        {
            _isSending = false;
        }
    }

    private RegisterCase Command()
    {
        RegistrationInput input = _form!.Input;
        bool isEnglish = string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
        return new RegisterCase(
            input.SubmissionKey,
            input.ProductCode,
            Channel.Online,
            isEnglish ? Language.English : Language.Indonesian,
            input.ToData(),
            new GivenConsent(_policy.Version, input.IsTicked(FieldPaths.Consent), input.IsTicked(FieldPaths.Marketing)),
            Details: new IntakeDetails(BrochureVersion: input.Product?.BrochureVersion));
    }

    private async Task ShowRefusalAsync(Refusal refusal)
    {
        if (refusal is not Invalid invalid)
        {
            _refusal = DomainTexts.Of(refusal);
            return;
        }

        // The text changed while the form was open: the new one is shown, and nothing counts as agreed to it.
        if (invalid.Errors.Any(error => error.Problem == InputProblem.ConsentTextOutdated))
        {
            _policy = await Catalog.PrivacyPolicyAsync(_leaving.Token);
            _form!.Tick(FieldPaths.Consent, isTicked: false);
            _form.Tick(FieldPaths.Marketing, isTicked: false);
        }

        // So did the price or the terms: they are read again before anything is sent.
        if (invalid.Errors.FirstOrDefault(error => error.Problem == InputProblem.BrochureOutdated) is { } outdated)
        {
            _products = ProductCard.Offered(await Catalog.AllAsync(_leaving.Token));
            _form!.Input.Products = _products;
            _refusal = DomainTexts.Of(outdated);
        }

        _form!.Refuse(invalid);
        ShowProblems(FieldPaths.All(_form.Input));
    }
}
