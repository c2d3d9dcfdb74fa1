using System.CommandLine;
using System.Diagnostics;
using Onboarding.Benchmarks.Code;
using Onboarding.Benchmarks.Dashboards;
using Onboarding.Benchmarks.Live;
using Onboarding.Benchmarks.Questions;
using Onboarding.Benchmarks.Queues;
using Onboarding.Benchmarks.Results;
using Onboarding.Benchmarks.Start;
using Onboarding.Benchmarks.Work;

namespace Onboarding.Benchmarks.Speed;

/// <summary><c>all</c>: every measurement of speed in one run, on the same databases, into one report.</summary>
internal static class AllCommand
{
    private const int WorkCases = 20_000;

    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(40);

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        Option<int> times = new("--times") { Description = "How many pages are opened and left.", DefaultValueFactory = _ => 10_000 };
        Option<int[]> pages = new("--pages") { Description = "How many pages are open, one number after the other.", DefaultValueFactory = _ => [200, 1000] };
        return SpeedVerb.Create(
            "all",
            "Measures everything and writes the report.",
            "1000,100000,1000000",
            async (databases, book, options, cancellation) =>
            {
                IReadOnlyList<int> ends = [.. new[] { options.Cases[0], options.Cases[^1] }.Distinct()];
                (string Name, Func<Task> Run)[] measurements =
                [
                    (CodeBenchmark.Measurement, () => Task.Run(new CodeBenchmark(book).Run, cancellation)),
                    (QueuesBenchmark.Measurement, () => new QueuesBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation)),
                    (QuestionsBenchmark.Measurement, () => new QuestionsBenchmark(databases, book).RunAsync(ends, TimeSpan.FromSeconds(Math.Min(1, options.Time.TotalSeconds)), cancellation)),
                    (DashboardBenchmark.Measurement, () => new DashboardBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation)),
                    (WorkBenchmark.Measurement, () => new WorkBenchmark(databases, book).RunAsync([WorkCases], options.Time, cancellation)),
                    (StartBenchmark.Measurement, () => new StartBenchmark(databases, book).RunAsync([options.Cases[^1]], cancellation)),
                    (BrowserBenchmark.Measurement, () => new BrowserBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation)),
                    (MemoryBenchmark.Measurement, () => new MemoryBenchmark(databases, book).RunAsync(options.Cases[0], options.Parsed.GetValue(times), cancellation)),
                    (LiveBenchmark.Measurement, () => new LiveBenchmark(databases, book).RunAsync(ends, options.Parsed.GetValue(pages)!, listeners: 0, options.Time, cancellation)),
                ];
                foreach (var (name, run) in measurements)
                {
                    await RunAsync(name, run, book, cancellation);
                }
            },
            times,
            pages);
    }

    private static async Task RunAsync(string name, Func<Task> run, FigureBook book, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            // One that hangs is left behind: it must not keep the others from being measured.
            await run().WaitAsync(MostTime, cancellationToken);
            book.Tell($"{name}: took {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        }
#pragma warning disable CA1031 // What one measurement does wrong must not cost the others.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            book.Tell($"{name} failed after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {exception}");
            book.Fail(name, exception);
        }
    }
}
