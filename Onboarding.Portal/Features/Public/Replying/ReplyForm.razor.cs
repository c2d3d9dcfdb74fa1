using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Public.Replying;

/// <summary>
/// Takes the answers to a request item by item, saves them as they are typed, shows them once more and sends them once.
/// </summary>
public sealed partial class ReplyForm : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    // Longer than the two halves of a double-click are apart.
    private static readonly TimeSpan LookingPause = TimeSpan.FromMilliseconds(800);

    private readonly CancellationTokenSource _leaving = new();
    private AnswerSheet? _sheet;
    private AnswerEntry? _focus;
    private ProblemSummary? _summary;
    private IReadOnlyList<(string Path, string Text)> _problems = [];
    private ElementReference _title;
    private ITimer? _timer;
    private ITimer? _looking;
    private Task _last = Task.CompletedTask;
    private Saving _saving;
    private string? _refusal;
    private bool _isReviewing;
    private bool _isInSight;
    private bool _isBusy;
    private bool _isSending;
    private bool _isGone;
    private bool _takesTitle;

    private enum Saving
    {
        None = 0,
        Now = 1,
        Done = 2,
        Failed = 3,
    }

    /// <summary>The token of the reply link.</summary>
    [Parameter, EditorRequired]
    public string Token { get; set; } = string.Empty;

    /// <summary>The network address of the visitor.</summary>
    [Parameter]
    public string? Address { get; set; }

    [Inject]
    private ReplyReader Links { get; set; } = default!;

    [Inject]
    private SaveAnswerHandler Answers { get; set; } = default!;

    [Inject]
    private PublicLinks Statuses { get; set; } = default!;

    [Inject]
    private SendReplyHandler Replies { get; set; } = default!;

    [Inject]
    private UploadPendingDocumentHandler Uploads { get; set; } = default!;

    [Inject]
    private SlaPolicyProvider Sla { get; set; } = default!;

    [Inject]
    private CircuitLimits Limits { get; set; } = default!;

    [Inject]
    private Visitor Visitor { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string SavingText => _saving switch
    {
        Saving.None => "",
        Saving.Now => PublicText.ReplySaving,
        Saving.Done => PublicText.ReplySaved,
        Saving.Failed => PublicText.ReplySaveFailed,
    };

    /// <summary>Saves what was typed last: the page is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        if (_looking is not null)
        {
            await _looking.DisposeAsync();
        }

        await (_isGone || _isSending ? _last : SaveAsync());
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Visitor.Use(Address);
        Result<ReplyView> found = await Links.FindAsync(Token, _leaving.Token);
        _isGone = !found.IsDone;
        if (found.IsDone)
        {
            SlaPolicy policy = await Sla.GetAsync(_leaving.Token);
            AnswerSheet sheet = new(found.Value.Data, found.Value.Items, policy.DateAt(Instant.Now(Clock)), TrayOf);
            foreach (FormDocuments files in sheet.Entries.Select(entry => entry.Files).OfType<FormDocuments>())
            {
                await files.RefreshAsync(_leaving.Token);
            }

            sheet.Form.Changed = () => _ = InvokeAsync(ChangedAsync);
            _sheet = sheet;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_takesTitle)
        {
            // The browser has the review on its screen only now; what was submitted before was no word on it.
            _takesTitle = false;
            _looking ??= Clock.CreateTimer(_ => _ = InvokeAsync(Looked), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _looking.Change(LookingPause, Timeout.InfiniteTimeSpan);
            await _title.FocusAsync();
        }
    }

    // The files of an item wait under its own id until the reply is sent.
    private FormDocuments TrayOf(ReplyItem item) => new FormDocuments(Uploads, item.Id, new UploadPlace(UploadDoor.Reply, item.Id, Token));

    // A text is saved when the typing pauses, and everything else at once.
    private void Typed()
    {
        _timer ??= Clock.CreateTimer(_ => _ = InvokeAsync(ChangedAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task ChangedAsync()
    {
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        foreach (AnswerEntry entry in _sheet!.Entries.Where(entry => entry.IsAnswered))
        {
            entry.Problem = null;
        }

        _problems = _problems.Count > 0 ? _sheet.Problems : [];
        StateHasChanged();
        await SaveAsync();
        StateHasChanged();
    }

    // One after the other, so that an older text never overtakes a newer one.
    private Task SaveAsync() => _last = SaveAfterAsync(_last);

    private async Task SaveAfterAsync(Task before)
    {
        await before;
        foreach (AnswerEntry entry in _sheet?.Unsaved.ToList() ?? [])
        {
            ItemAnswer answer = entry.Answer;
            _saving = Saving.Now;
            Result<Done> saved = await Answers.HandleAsync(new SaveAnswer(Token, entry.Item.Id, answer), CancellationToken.None);
            _isGone |= saved.Refusal is NotFound;
            _saving = saved.IsDone ? Saving.Done : Saving.Failed;
            if (saved.IsDone)
            {
                entry.Saved(answer);
            }
        }
    }

    private void Looked()
    {
        _isInSight = _isReviewing;
        StateHasChanged();
    }

    // One submit at a time, and each means what the person saw: a second one on the heels of the first never sends what nobody looked at.
    private async Task NextAsync()
    {
        if (_isBusy || (_isReviewing && !_isInSight))
        {
            return;
        }

        _isBusy = true;
        try
        {
            await GoOnAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task GoOnAsync()
    {
        (_refusal, _problems) = (null, []);
        await SaveAsync();
        if (!_sheet!.Accepts())
        {
            ShowProblems();
        }
        else if (!_isReviewing)
        {
            (_isReviewing, _isInSight, _takesTitle) = (true, false, true);
        }
        else if (!_isSending && !_isGone)
        {
            await SendAsync();
        }
    }

    private async Task SendAsync()
    {
        if (!Limits.MaySend(Visitor))
        {
            _refusal = PublicText.TooManyAttempts;
            return;
        }

        _isSending = true;
        StateHasChanged();
        Result<CaseState> result = await Replies.HandleAsync(Token, CancellationToken.None);
        switch (result.Refusal)
        {
            case null:
                // Stays "sending": a second click must not find a button before the page has changed.
                Navigation.NavigateTo(PublicUrls.RepliedTo(await Statuses.StatusTokenAsync(result.Value.CaseId, CancellationToken.None)), forceLoad: true);
                return;
            case Invalid invalid:
                _sheet!.Refuse(invalid);
                ShowProblems();
                break;
            case NotFound:
                _isGone = true;
                break;
            case { } refusal:
                _refusal = DomainTexts.Of(refusal);
                break;
        }

        _isSending = false;
    }

    private void ShowProblems()
    {
        _isReviewing = false;
        _problems = _sheet!.Problems;
        _summary?.TakeFocus();
    }

    // To the field that is wrong, or to the item that has no answer.
    private void GoTo(string path)
    {
        if (_sheet!.Entries.FirstOrDefault(entry => entry.ElementId == path) is { } entry)
        {
            _focus = entry;
        }
        else
        {
            _sheet.Form.Focus(path);
        }
    }

    private Task BackToAsync(AnswerEntry entry)
    {
        (_isReviewing, _focus) = (false, entry);
        return Task.CompletedTask;
    }
}
