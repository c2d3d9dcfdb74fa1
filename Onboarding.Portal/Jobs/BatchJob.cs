using Quartz;

namespace Onboarding.Portal.Jobs;

/// <summary>
/// A job that calls a use case until it has nothing left. It never runs beside itself, on any node. A failure is logged and
/// shown by health; the next run is the retry.
/// </summary>
/// <param name="history">Remembers how the runs ended.</param>
/// <param name="log">Log.</param>
[DisallowConcurrentExecution]
internal abstract class BatchJob(JobHistory history, ILogger log) : IJob
{
    // Rows that are full of exceptions must not keep a job busy for ever.
    private const int MostRounds = 100;

    /// <summary>The most that one call of the use case handles.</summary>
    protected abstract int BatchSize { get; }

    private string Name => GetType().Name;

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        int handled = 0;
        try
        {
            for (int round = 0, last = BatchSize; round < MostRounds && last >= BatchSize; round++)
            {
                last = await RunAsync(cancellationToken);
                handled += last;
            }

            history.Succeeded(Name);
            if (handled > 0)
            {
                JobLog.Handled(log, Name, handled);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops; the next run goes on.
        }
        catch (Exception failure)
        {
            history.Failed(Name, failure.GetType().Name);
            JobLog.Failed(log, Name, handled, failure.GetType().Name);
        }
    }

    /// <summary>Calls the use case once; answers how many it handled.</summary>
    protected abstract Task<int> RunAsync(CancellationToken cancellation);
}
