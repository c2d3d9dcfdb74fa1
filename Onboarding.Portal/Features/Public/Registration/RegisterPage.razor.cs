using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Time;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>
/// Leads an applicant through the form. Whatever is typed is kept under a link from the first field on; whatever is refused or
/// interrupted, nothing of it is lost. The step is part of the address, so that the browser's back button moves between steps.
/// </summary>
public sealed partial class RegisterPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProductCard> _products = [];
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private PolicyText _policy = default!;
    private RegistrationForm? _form;
    private ProblemSummary? _summary;
    private ElementReference _title;
    private ElementReference _question;
    private string? _refusal;
    private string? _notice;
    private int _step;
    private int _reached;
    private int _entry;
    private bool _isSending;
    private bool _hasTurned;
    private bool _isMisplaced;

    [Inject]
    private ProductReader Catalog { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private UploadPendingDocumentHandler Uploads { get; set; } = default!;

    [Inject]
    private DraftKeeper Keeper { get; set; } = default!;

    [Inject]
    private SentForm Sent { get; set; } = default!;

    [Inject]
    private CircuitLimits Limits { get; set; } = default!;

    [Inject]
    private Visitor Visitor { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Scripts { get; set; } = default!;

    /// <summary>The token of the form's link; null while nothing was typed.</summary>
    [Parameter]
    public string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "product")]
    private string? ProductCode { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = PublicUrls.StepKey)]
    private int? StepNumber { get; set; }

    /// <summary>Stops what is under way: the page is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await StopListeningAsync();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _products = ProductCard.Offered(await Catalog.AllAsync(_leaving.Token));
        _policy = await Catalog.PrivacyPolicyAsync(_leaving.Token);
        if (Token is null)
        {
            RegistrationInput input = RegistrationInput.New(SequentialId.New(Clock));
            Preselect(input);
            await UseAsync(input);
        }
        else if (await Keeper.OpenAsync(Token, _leaving.Token) is { } draft)
        {
            await UseAsync(draft);
        }
        else if (await Sent.FindAsync(Token, _leaving.Token) is { } statusToken)
        {
            Navigation.NavigateTo(PublicUrls.Registered(statusToken), forceLoad: true, replace: true);
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Back and forward, and the link to a step that was reached before.
        int step = StepNumber is { } number ? Math.Clamp(number - 1, RegistrationStep.Product, _reached) : _entry;
        if (_form is not null && step != _step)
        {
            Show(step);
        }

        _isMisplaced = _form is not null && StepNumber is { } named && named != step + 1;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_hasTurned)
        {
            _hasTurned = false;
            await _title.FocusAsync();
        }

        await ListenAsync();
        if (_isMisplaced)
        {
            // The address named a step that was not reached; it is to say which one is shown, and the back button not to lead to it.
            _isMisplaced = false;
            Navigation.NavigateTo(AddressOf(_step), replace: true);
        }
    }

    // A link from a product's card names it; what it names and is not offered is left out.
    private void Preselect(RegistrationInput input)
    {
        ProductCard? product = _products.FirstOrDefault(card => string.Equals(card.Code, ProductCode, StringComparison.OrdinalIgnoreCase));
        CustomerKind? named = Enum.TryParse(Kind, ignoreCase: true, out CustomerKind read) && Enum.IsDefined(read) ? read : null;
        if ((named ?? OnlyKindOf(product)) is { } kind && _products.Any(card => card.IsFor(kind)) && product?.IsFor(kind) != false)
        {
            input[FieldPaths.Kind] = kind.ToString();
        }

        if (product is not null && (input.Kind is not { } chosen || product.IsFor(chosen)))
        {
            input[FieldPaths.Product] = product.Code;
        }
    }

    private static CustomerKind? OnlyKindOf(ProductCard? product) => product is { Kinds: [var only] } ? only : null;

    private async Task UseAsync(OpenDraft draft)
    {
        await UseAsync(new RegistrationInput
        {
            SubmissionKey = draft.SubmissionKey,
            Values = new Dictionary<string, string>(draft.Content.Values, StringComparer.Ordinal),
        });

        // Who looked back at an earlier step before leaving does not walk through those after it again.
        _entry = Math.Clamp(draft.Content.Step, RegistrationStep.Product, RegistrationStep.Review);
        _reached = Math.Max(_entry, RegistrationStep.Open(_form!));
        _step = StepNumber is { } number ? Math.Clamp(number - 1, RegistrationStep.Product, _reached) : _entry;
    }

    private async Task UseAsync(RegistrationInput input)
    {
        input.Products = _products;
        DateOnly today = (await Sla.GetAsync(_leaving.Token)).DateAt(Instant.Now(Clock));
        FormDocuments documents = new(Uploads, input.SubmissionKey, new UploadPlace(UploadDoor.Form, input.SubmissionKey));
        await documents.RefreshAsync(_leaving.Token);
        _documents = [.. documents.All.Select(document => document.Id)];
        _form = new RegistrationForm(input, documents, today);
        _form.Changed = ShowAndKeep;
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

        // The first field that is wrong takes the focus where it is in sight; else the list does, which leads to each of them.
        if (_problems is [(string first, _), ..] && FieldPaths.DocumentOf(first) is null && RegistrationStep.Of(first, _form.Input) == _step)
        {
            _form.Focus(first);
        }
        else
        {
            _summary?.TakeFocus();
        }
    }

    private void Show(int step)
    {
        _step = step;
        _reached = Math.Max(_reached, step);
        _problems = [];
        _hasTurned = true;
    }

    private async Task GoToAsync(int step)
    {
        Show(step);
        await KeepAsync();
        Navigation.NavigateTo(AddressOf(step));
    }

    private string AddressOf(int step) => Keeper.Token is { } token
        ? PublicUrls.Draft(token, step + 1)
        : Navigation.GetUriWithQueryParameter(PublicUrls.StepKey, step + 1);

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
}
