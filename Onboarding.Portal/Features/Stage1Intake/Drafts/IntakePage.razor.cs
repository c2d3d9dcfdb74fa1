using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Stage1Intake.Reading;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Stage1Intake.Drafts;

/// <summary>
/// Takes a registration from a member of staff. With a kind of customer, a product and anything of the applicant it becomes a draft
/// by itself and is saved after each pause; another person's change of the draft is a conflict, and nothing is overwritten.
/// </summary>
public sealed partial class IntakePage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProductCard> _products = [];
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private PolicyText _policy = default!;
    private AcceptedReadings _accepted = new();
    private IntakeDocuments? _documents;
    private RegistrationForm? _form;
    private ITimer? _timer;
    private DateTimeOffset? _savedAt;
    private string? _asked;
    private string? _number;
    private string? _refusal;
    private Tone _tone = Tone.Danger;
    private bool _isBusy;
    private bool _isChanged;
    private bool _isSent;
    private bool _isMissing;
    private bool _isCase;

    /// <summary>The number of the draft to go on with; none for a new registration.</summary>
    [Parameter]
    public string? Number { get; set; }

    [Inject]
    private ProductReader Catalog { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private CaseFileReader Cases { get; set; } = default!;

    [Inject]
    private IntakeDesk Desk { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private UnsavedInput Unsaved { get; set; } = default!;

    [Inject]
    private DisplayTime Time { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private TimeSpan Offset => Time.Zone.Offset();

    /// <summary>Saves what was typed last: the page is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Leave;
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        if (_isChanged && MaySaveItself)
        {
            await SavedAsync();
        }

        await ForgetSessionAsync();
        await _leaving.CancelAsync();
        _leaving.Dispose();
        _documents?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Leave;
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(SaveItselfAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _products = ProductCard.Offered(await Catalog.AllAsync(_leaving.Token));
        _policy = await Catalog.PrivacyPolicyAsync(_leaving.Token);
        if (Number is null)
        {
            await StartAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Number is { } number && number != _asked)
        {
            _asked = number;
            await LoadAsync(number);
        }
    }

    // The address of a new registration leads to a new one, also from the draft that has just been made of the last.
    private void Leave(object? sender, LocationChangedEventArgs args)
    {
        if (_number is not null && new Uri(args.Location).AbsolutePath == IntakeUrls.New)
        {
            _ = InvokeAsync(StartAnewAsync);
        }
    }

    private async Task StartAnewAsync()
    {
        await StartAsync();
        await Script.InvokeVoidAsync("history.replaceState", _leaving.Token, null, string.Empty, IntakeUrls.New);
        _form!.Focus(FieldPaths.Channel);
    }

    private async Task StartAsync()
    {
        RegistrationInput input = RegistrationInput.New(SequentialId.New(Clock));
        input[FieldPaths.Channel] = nameof(Channel.Offline);
        input[FieldPaths.Language] = nameof(Language.Indonesian);
        await UseAsync(input);
        _number = null;
        StateHasChanged();
    }

    private async Task LoadAsync(string number)
    {
        Result<CaseFile> result = await Cases.ReadAsync(number, await Actor.GetAsync(), _leaving.Token);
        _isCase = result.IsDone;
        _isMissing = !_isCase || !result.Value.May(CaseAction.Submit);
        if (_isMissing)
        {
            return;
        }

        CaseFile file = result.Value;
        RegistrationInput input = RegistrationInput.From(file.Data, file.Case.ProductCode, file.Case.SubmissionKey);
        input[FieldPaths.Channel] = file.Case.Channel.ToString();
        input[FieldPaths.Language] = file.Case.Language.ToString();
        IntakeInput.Fill(input, file.Source, Offset);
        await UseAsync(input);
        await _documents!.ShowAsync(file.Case, _leaving.Token);
        _number = number;
    }

    private async Task<Result<CardReading>> ReadCardAsync(Guid card, Action<CardReadingStep> progress, CancellationToken cancellation) =>
        await Desk.ReadCardAsync(_form!.Input.SubmissionKey, _number, card, await Actor.GetAsync(), progress, cancellation);

    private async Task UseAsync(RegistrationInput input)
    {
        input.Products = _products;
        _documents?.Dispose();
        _documents = Desk.Documents(input.SubmissionKey, Actor.GetAsync);
        _form = new RegistrationForm(input, _documents, (await Sla.GetAsync(_leaving.Token)).DateAt(Instant.Now(Clock)))
        {
            Changed = Show,
            SourceRule = typed => IntakeInput.Channel(typed) is { } channel
                ? SourceRules.Check(channel, IntakeInput.Source(typed, Offset), Clock.GetUtcNow()).Errors
                : [],
        };
        _accepted = new AcceptedReadings();
        _savedAt = null;
        _isChanged = _isSent = _isMissing = false;
        _refusal = null;
        _problems = [];
    }

    private void Show()
    {
        if (_problems.Count > 0)
        {
            _problems = _form!.Problems(FieldPaths.All(_form.Input));
        }

        _isChanged = true;
        if (MaySaveItself)
        {
            _timer?.Change(Pause, Timeout.InfiniteTimeSpan);
        }

        StateHasChanged();
    }
}
