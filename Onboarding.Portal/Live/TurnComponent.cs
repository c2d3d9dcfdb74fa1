using Microsoft.AspNetCore.Components;

namespace Onboarding.Portal.Live;

/// <summary>
/// The base of pages that read again while they are open: one piece of work at a time, none after the page has closed, and a
/// reading that fails leaves the page standing with an offer to try again.
/// </summary>
public abstract partial class TurnComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Begins with nothing read.</summary>
    protected TurnComponent() => Closing = _closing.Token;

    /// <summary>Cancelled when the page closes.</summary>
    protected CancellationToken Closing { get; }

    /// <summary>True while the last reading failed.</summary>
    protected bool HasFailed { get; private set; }

    [Inject]
    private ILogger<TurnComponent> Logger { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops whatever is still being read.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !Closing.IsCancellationRequested)
        {
            _closing.Cancel();
            _closing.Dispose();
        }
    }

    /// <summary>Reads in its turn, and shows what was read or that it failed.</summary>
    /// <param name="read">Reads.</param>
    /// <param name="shows">False where the component renders afterwards in any case: drawing a page twice keeps two buffers of it.</param>
    protected async Task ReadInTurnAsync(Func<Task> read, bool shows = true)
    {
        await InTurnAsync(async () =>
        {
            try
            {
                await read();
                HasFailed = false;
            }
            catch (OperationCanceledException) when (Closing.IsCancellationRequested)
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
        if (shows)
        {
            StateHasChanged();
        }
    }

    /// <summary>Does something when nothing else is being done.</summary>
    protected async Task InTurnAsync(Func<Task> work)
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
