using Onboarding.Core.Reporting.Printing;

namespace Onboarding.Portal.Reports;

/// <summary>
/// Works on the print queue, as many requests at once as the printer takes. A new request wakes it; it looks by itself too, for
/// what a restart or another node left. When the portal stops, what is at hand goes back into the queue.
/// </summary>
/// <param name="handler">Works on one request.</param>
/// <param name="feed">Says that there is something to do.</param>
/// <param name="settings">How many at once.</param>
/// <param name="clock">Clock.</param>
/// <param name="log">Log.</param>
internal sealed partial class PrintWorker(RunPrintsHandler handler, PrintFeed feed, PrintSettings settings, TimeProvider clock, ILogger<PrintWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Math.Max(1, settings.Parallel)).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        // The first reading must not hold up the start of the portal.
        await Task.Yield();
        using SemaphoreSlim news = new(0, 1);
        using IDisposable notices = feed.Subscribe(_ => Wake(news));
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                while (await TryAsync(stopping))
                {
                    // Until nothing is due.
                }

                await WaitAsync(news, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The queue knows how far everything is.
        }
    }

    private async Task WaitAsync(SemaphoreSlim news, CancellationToken stopping)
    {
        using CancellationTokenSource pause = new(Pause, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, stopping);
        try
        {
            await news.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nothing was heard for a while: it looks by itself.
        }
    }

    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        try
        {
            return await handler.HandleAsync(stopping) > 0;
        }
#pragma warning disable CA1031 // Whatever happened to one request, the others wait; its lease ends and it is tried again.
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(log, failure.GetType().Name);
            return false;
        }
    }

    private static void Wake(SemaphoreSlim news)
    {
        try
        {
            news.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    [LoggerMessage(EventId = 7003, Level = LogLevel.Error, Message = "A print request could not be worked on: {Failure}.")]
    private static partial void LogFailure(ILogger logger, string failure);
}
