using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;

namespace Onboarding.Portal.Live;

/// <summary>
/// The base of every page that shows cases and follows them. It listens first, then reads, then takes what changed
/// meanwhile, so no change is missed; reading and taking never run at the same time; all of it happens on the renderer
/// and in the visitor's language.
/// </summary>
public abstract partial class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _textCulture = CultureInfo.CurrentUICulture;
    private ChangeListener? _listener;
    private object? _readSubject;
    private bool _hasRead;

    /// <summary>Begins with nothing read.</summary>
    protected LiveComponent() => Closing = _closing.Token;

    /// <summary>Cancelled when the page closes.</summary>
    protected CancellationToken Closing { get; }

    /// <summary>True while the last reading failed: the page offers to try again with <see cref="ReloadAsync"/>.</summary>
    protected bool HasFailed { get; private set; }

    /// <summary>What is shown; when it differs after the parameters changed, it is read anew.</summary>
    protected virtual object? Subject => null;

    /// <summary>The least time between two batches of changes.</summary>
    protected virtual TimeSpan Pause => ChangeListener.PagePause;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    /// <summary>Clock.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ILogger<LiveComponent> Logger { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening and whatever is still being read.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !Closing.IsCancellationRequested)
        {
            _listener?.Dispose();
            _closing.Cancel();
            _closing.Dispose();
        }
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
            await ReloadAsync();
            _listener?.Start();
        }
    }

    /// <summary>Reads everything again, and shows it.</summary>
    protected async Task ReloadAsync()
    {
        await InTurnAsync(async () =>
        {
            try
            {
                await ReadAsync(Closing);
                HasFailed = false;
            }
            catch (OperationCanceledException)
            {
                throw;
            }
#pragma warning disable CA1031 // Whatever the database or the network did: the page stays and offers to try again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                HasFailed = true;
                LogReadingFailed(Logger, GetType().Name, exception);
            }
        });
        StateHasChanged();
    }

    private Task TakeAsync(ChangeBatch batch) => InvokeAsync(async () =>
    {
        // The notice arrives on a thread that knows nothing of the visitor.
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _textCulture;
        if (batch.HasGaps || HasFailed)
        {
            await ReloadAsync();
        }
        else
        {
            await InTurnAsync(() => ApplyAsync(batch.Changes, Closing));
        }
    });

    private async Task InTurnAsync(Func<Task> work)
    {
        try
        {
            await _turn.WaitAsync(Closing);
            try
            {
                await work();
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (Closing.IsCancellationRequested)
        {
            // The page has closed.
        }
    }

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "{Page} could not read what it shows")]
    private static partial void LogReadingFailed(ILogger logger, string page, Exception exception);
}
