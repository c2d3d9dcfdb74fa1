using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Benchmarks.Circuits;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Portal;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Live;

/// <summary>
/// Queue pages that stay open while people work: how long it takes from the commit of a change until the picture of it has arrived at every page, what
/// a notice costs the server for each page, and how much memory a page takes. The pages are circuits over their own protocol, without a browser.
/// </summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class LiveBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Live pages";

    private const string Path = "/queues/administration?queue=Verification";
    private const int ActionsPerSecond = 20;
    private const int RowsTouched = 20;
    private const double MostDelay = 150;
    private const double MostMemory = 400;
    private const double Kibibyte = 1024;
    private const int OpenAtOnce = 8;

    // The machine code that a portal runs for hours is made in its first seconds of work.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private readonly HubSightings _hub = new();

    /// <summary>Measures with each number of pages.</summary>
    /// <param name="sizes">Numbers of cases.</param>
    /// <param name="pages">Numbers of pages.</param>
    /// <param name="listeners">How many programs listen to the hub beside them.</param>
    /// <param name="time">How long.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RunAsync(IReadOnlyList<int> sizes, IReadOnlyList<int> pages, int listeners, TimeSpan time, CancellationToken cancellationToken)
    {
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            foreach (var size in sizes)
            {
                foreach (var count in pages)
                {
                    await using var core = await databases.OpenAsync(provider, size, CaseMix.Company, cancellationToken);
                    await MeasureAsync(core, size, count, listeners, time, cancellationToken);
                }
            }
        }

        book.Print(Measurement);
    }

    private async Task MeasureAsync(BenchmarkCore core, int size, int count, int listeners, TimeSpan time, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(core, cancellationToken);
        await using var portal = await MeasuredPortal.StartAsync(core.Get<DatabaseSettings>(), core.Folder, cancellationToken);
        var cookie = await portal.CookieAsync(MeasuredPortal.Administration, cancellationToken);
        Sightings sightings = new();
        List<CircuitPage> pages = [];
        List<HubListener> programs = [];
        try
        {
            await OpenAsync(portal, cookie, pages, 2, sightings, cancellationToken);
            var before = await portal.StateAsync(collects: true, cancellationToken);
            var opening = Stopwatch.GetTimestamp();
            await OpenAsync(portal, cookie, pages, count, sightings, cancellationToken);
            book.Tell($"{count} pages are open after {Stopwatch.GetElapsedTime(opening).TotalSeconds:0.0} s");
            var idle = await portal.StateAsync(collects: true, cancellationToken);
            Add(core, size, Name($"managed memory of a page, {count} open"), (idle.Managed - before.Managed) / Kibibyte / (count - 2), "KiB", null, new Wanted(MostMemory, OfRatio: false));
            Add(core, size, Name($"resident memory of a page, {count} open"), (idle.Resident - before.Resident) / Kibibyte / (count - 2), "KiB", null, null);

            while (programs.Count < listeners)
            {
                programs.Add(await HubListener.ConnectAsync(portal.Client.BaseAddress!, cookie, _hub.Hear, cancellationToken));
            }

            if (listeners > 0)
            {
                var listened = await portal.StateAsync(collects: true, cancellationToken);
                Add(core, size, Name($"managed memory of a program at the hub, {listeners} beside {count} pages"), (listened.Managed - idle.Managed) / Kibibyte / listeners, "KiB", null, null);
            }

            await ActAsync(portal, rows, sightings, WarmUp, count, cancellationToken);
            sightings.Clear();
            _hub.Clear();
            var busyFrom = await portal.StateAsync(collects: false, cancellationToken);
            var start = Stopwatch.GetTimestamp();
            var actions = await ActAsync(portal, rows, sightings, time, count, cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var busyTo = await portal.StateAsync(collects: false, cancellationToken);
            var delays = sightings.Delays();
            var used = busyTo.ProcessorMilliseconds - busyFrom.ProcessorMilliseconds;
            Add(core, size, Name($"from the commit to the page, {count} pages"), delays.Percentile(0.5), "ms", delays.Percentile(0.99), new Wanted(MostDelay, OfRatio: false, OfHigh: true));
            Add(core, size, Name($"processor time a notice and page, {count} pages"), used / actions / count, "ms", null, null);
            Add(core, size, Name($"processors in use, {count} pages"), used / 1000 / seconds, string.Empty, null, null);
            Add(core, size, Name($"actions done a second, {count} pages"), actions / seconds, "/s", null, null);
            Add(core, size, Name($"changes that a page was not shown, {count} pages"), sightings.Missing(count), "%", null, null);
            if (listeners > 0)
            {
                var heard = _hub.Delays();
                Add(core, size, Name($"from the commit to the program, {listeners} beside {count} pages"), heard.Percentile(0.5), "ms", heard.Percentile(0.99), new Wanted(MostDelay, OfRatio: false, OfHigh: true));
            }
        }
        finally
        {
            await Task.WhenAll(programs.Select(program => program.DisposeAsync().AsTask()));
            await Task.WhenAll(pages.Select(page => page.DisposeAsync().AsTask()));
        }
    }

    private static async Task OpenAsync(MeasuredPortal portal, string cookie, List<CircuitPage> pages, int count, Sightings sightings, CancellationToken cancellationToken)
    {
        while (pages.Count < count)
        {
            var opened = Enumerable.Range(0, Math.Min(OpenAtOnce, count - pages.Count)).Select(async _ =>
            {
                TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
                var page = await portal.OpenAsync(cookie, Path, (at, picture) => Look(sightings, shown, at, picture), cancellationToken);
                await Task.WhenAny(shown.Task, page.Ended).Unwrap().WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
                return shown.Task.IsCompleted ? page : throw new InvalidOperationException("A circuit ended before its page was shown.");
            });
            pages.AddRange(await Task.WhenAll(opened));
        }
    }

    private static void Look(Sightings sightings, TaskCompletionSource shown, long at, ReadOnlyMemory<byte> picture)
    {
        if (!shown.Task.IsCompleted && picture.Span.IndexOf("data-queue-row"u8) >= 0)
        {
            shown.TrySetResult();
        }

        sightings.Look(at, picture.Span);
    }

    // At even distances, whatever the answers take: a slow server is not spared by its own slowness.
    private async Task<int> ActAsync(MeasuredPortal portal, IReadOnlyList<Guid> rows, Sightings sightings, TimeSpan time, int pages, CancellationToken cancellationToken)
    {
        List<Task> acts = [];
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1d / ActionsPerSecond));
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time && await timer.WaitForNextTickAsync(cancellationToken))
        {
            var name = sightings.Next(pages);
            acts.Add(ActAsync(portal, rows[acts.Count % rows.Count], name, sightings, cancellationToken));
        }

        await Task.WhenAll(acts);
        await sightings.SettledAsync(cancellationToken);
        return acts.Count;
    }

    private async Task ActAsync(MeasuredPortal portal, Guid item, string name, Sightings sightings, CancellationToken cancellationToken)
    {
        var answer = await portal.Client.GetStringAsync(new Uri($"{PortalProbe.Root}/assign?item={item}&name={name}", UriKind.Relative), cancellationToken);
        if (answer.Split(' ') is not [var at, var number, var version])
        {
            throw new InvalidOperationException("The probe answers with another text.");
        }

        var committed = long.Parse(at, CultureInfo.InvariantCulture);
        sightings.Committed(name, committed);
        _hub.Committed(number, int.Parse(version, CultureInfo.InvariantCulture), committed);
    }

    private static async Task<IReadOnlyList<Guid>> RowsAsync(BenchmarkCore core, CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await context.WorkItems.Where(item => item.ClosedAt == null && item.Queue == WorkQueue.Verification)
            .OrderBy(item => item.UrgencyAt).ThenBy(item => item.Id).Take(RowsTouched).Select(item => item.Id).ToListAsync(cancellationToken);
    }

    private void Add(BenchmarkCore core, int size, string what, double value, string unit, double? high, Wanted? wanted) =>
        book.Add(new Figure(Measurement, what, core.Provider.ToString(), size, value, unit) { High = high, Wanted = wanted });

    private static string Name(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
