using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;

namespace Onboarding.Portal.Live;

/// <summary>
/// The base of every page that shows cases and follows them. It listens first, then reads, then takes what changed
/// meanwhile, so no change is missed; reading and taking never run at the same time; all of it happens on the renderer
/// and in the visitor's language.
/// </summary>
public abstract class LiveComponent : TurnComponent
{
    private readonly VisitorLanguage _language = new();
    private ChangeListener? _listener;
    private object? _readSubject;
    private bool _hasRead;

    /// <summary>What is shown; when it differs after the parameters changed, it is read anew.</summary>
    protected virtual object? Subject => null;

    /// <summary>The least time between two batches of changes.</summary>
    protected virtual TimeSpan Pause => ChangeListener.PagePause;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    /// <summary>Clock.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _listener?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Whether a notice bears on what is shown. Called on the writer's thread: it must only compare.</summary>
    protected virtual bool Concerns(CaseChange change) => true;

    /// <summary>Reads everything that is shown.</summary>
    protected abstract Task ReadAsync(CancellationToken cancellationToken);

    /// <summary>Brings what is shown up to date; called only after a reading that succeeded, and for batches without gaps.</summary>
    protected abstract Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected sealed override void OnInitialized() =>
        _listener = new ChangeListener(Feed, Clock, Pause, Concerns, TakeAsync, DispatchExceptionAsync);

    /// <inheritdoc />
    protected sealed override async Task OnParametersSetAsync()
    {
        object? subject = Subject;
        if (!_hasRead || !Equals(subject, _readSubject))
        {
            _hasRead = true;
            _readSubject = subject;
            await ReadInTurnAsync(() => ReadAsync(Closing), shows: false);
            _listener?.Start();
        }
    }

    /// <summary>Reads everything again, and shows it.</summary>
    protected Task ReloadAsync() => ReadInTurnAsync(() => ReadAsync(Closing));

    private Task TakeAsync(ChangeBatch batch) => InvokeAsync(async () =>
    {
        _language.Speak();
        if (batch.HasGaps || HasFailed)
        {
            await ReloadAsync();
        }
        else
        {
            await InTurnAsync(() => ApplyAsync(batch.Changes, Closing));
        }
    });
}
