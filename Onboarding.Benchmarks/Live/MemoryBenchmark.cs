using Onboarding.Benchmarks.Circuits;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Portal;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Live;

/// <summary>What remains in the portal's memory after pages were opened and left many times.</summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class MemoryBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Memory after pages were left";

    private const string QueuePage = "/queues/administration?queue=Verification";
    private const string IdlePage = "/queues/administration?mine=true";
    private const int WarmUp = 200;
    private const int AtOnce = 4;
    private const int IdlePages = 100;
    private const double Kibibyte = 1024;
    private const double MostGrowth = 0.5;

    // The framework waits a minute for the answer to a script of a browser that left in the middle of it, and keeps its circuit for as long.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(75);

    /// <summary>Opens and leaves that many pages.</summary>
    public async Task RunAsync(int cases, int times, CancellationToken cancellationToken)
    {
        await using var core = await databases.OpenAsync(DatabaseProvider.Sqlite, cases, CaseMix.Company, cancellationToken);
        await using var portal = await MeasuredPortal.StartAsync(core.Get<DatabaseSettings>(), core.Folder, cancellationToken);
        var cookie = await portal.CookieAsync(MeasuredPortal.Administration, cancellationToken);
        await VisitAsync(portal, cookie, WarmUp, cancellationToken);
        await SettleAsync(cancellationToken);
        var before = await portal.StateAsync(collects: true, cancellationToken);
        await VisitAsync(portal, cookie, times, cancellationToken);
        await SettleAsync(cancellationToken);
        var after = await portal.StateAsync(collects: true, cancellationToken);
        book.Add(new Figure(Measurement, FormattableString.Invariant($"managed memory that stays for each of {times} pages"), "Sqlite", cases, (after.Managed - before.Managed) / Kibibyte / times, "KiB")
        {
            Wanted = new Wanted(MostGrowth, OfRatio: false),
        });
        book.Add(new Figure(Measurement, "resident memory, after beside before", "Sqlite", cases, after.Resident / Kibibyte / Kibibyte, "MiB")
        {
            Baseline = before.Resident / Kibibyte / Kibibyte, BaselineIs = "before",
        });

        List<CircuitPage> idle = [];
        for (var page = 0; page < IdlePages; page++)
        {
            idle.Add(await OpenAsync(portal, cookie, IdlePage, [], cancellationToken));
        }

        var open = await portal.StateAsync(collects: true, cancellationToken);
        book.Add(new Figure(Measurement, "managed memory of a circuit with a quiet page", "Sqlite", cases, (open.Managed - after.Managed) / Kibibyte / IdlePages, "KiB"));
        await Task.WhenAll(idle.Select(page => page.DisposeAsync().AsTask()));
        book.Print(Measurement);
    }

    private static async Task SettleAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(Settling);
        await timer.WaitForNextTickAsync(cancellationToken);
    }

    private static async Task VisitAsync(MeasuredPortal portal, string cookie, int times, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (_, cancellation) =>
        {
            var page = await OpenAsync(portal, cookie, QueuePage, "data-queue-row"u8.ToArray(), cancellation);
            await page.LeaveAsync(portal.Client, cancellation);
        });

    private static async Task<CircuitPage> OpenAsync(MeasuredPortal portal, string cookie, string path, byte[] awaited, CancellationToken cancellationToken)
    {
        TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = await portal.OpenAsync(
            cookie,
            path,
            (_, picture) =>
            {
                if (picture.Span.IndexOf(awaited) >= 0 || path == IdlePage)
                {
                    shown.TrySetResult();
                }
            },
            cancellationToken);
        await Task.WhenAny(shown.Task, page.Ended).Unwrap().WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        return page;
    }
}
