using Microsoft.AspNetCore.Components;
using Onboarding.Core.Imports;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>The base of the pages that show imports and follow them: listens first, then reads, one reading at a time.</summary>
public abstract partial class ImportComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ImportWatch? _watch;

    /// <summary>Begins with nothing read.</summary>
    protected ImportComponent() => Closing = _closing.Token;

    /// <summary>Cancelled when the page closes.</summary>
    protected CancellationToken Closing { get; }

    /// <summary>True while the last reading failed.</summary>
    protected bool HasFailed { get; private set; }

    /// <summary>True while something that is shown is under way.</summary>
    protected abstract bool IsOpen { get; }

    /// <summary>Reads imports.</summary>
    [Inject]
    protected ImportReader Reader { get; set; } = default!;

    [Inject]
    private ImportProgressFeed Feed { get; set; } = default!;

    [Inject]
    private PageClock Ticks { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private ILogger<ImportComponent> Logger { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !Closing.IsCancellationRequested)
        {
            _watch?.Dispose();
            _closing.Cancel();
            _closing.Dispose();
        }
    }

    /// <summary>Whether this import is shown. Called on the writer's thread: it must only compare.</summary>
    protected abstract bool Concerns(Guid id);

    /// <summary>Reads everything that is shown.</summary>
    protected abstract Task ReadAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Reads what may have changed.</summary>
    protected virtual Task RefreshAsync(Actor actor, CancellationToken cancellationToken) => ReadAsync(actor, cancellationToken);

    /// <summary>Who looks.</summary>
    protected Task<Actor> ActorAsync() => Current.GetAsync();

    /// <inheritdoc />
    protected sealed override void OnInitialized() =>
        _watch = new ImportWatch(Feed, Ticks, Concerns, () => IsOpen, InvokeAsync, () => InTurnAsync(RefreshAsync));

    /// <inheritdoc />
    protected sealed override Task OnParametersSetAsync() => ReloadAsync();

    /// <summary>Reads everything again, and shows it.</summary>
    protected Task ReloadAsync() => InTurnAsync(ReadAsync);

    private async Task InTurnAsync(Func<Actor, CancellationToken, Task> read)
    {
        try
        {
            await _turn.WaitAsync(Closing);
            try
            {
                await read(await ActorAsync(), Closing);
                HasFailed = false;
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (Closing.IsCancellationRequested)
        {
            // The page has closed.
            return;
        }
#pragma warning disable CA1031 // Whatever the database or the network did: the page stays and offers to try again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            HasFailed = true;
            LogReadingFailed(Logger, GetType().Name, exception);
        }

        StateHasChanged();
    }

    [LoggerMessage(EventId = 4021, Level = LogLevel.Error, Message = "{Page} could not read imports")]
    private static partial void LogReadingFailed(ILogger logger, string page, Exception exception);
}
