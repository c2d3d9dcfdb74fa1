using System.Diagnostics;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Dashboards;

/// <summary>How long the server takes for the figures of the dashboard, by the number of cases.</summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class DashboardBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Dashboard, server time";

    private const double MostMilliseconds = 50;
    private const int WarmUp = 5;
    private const int Fewest = 5;

    private static readonly Actor Supervisor = new("benchmark", "Benchmark", new HashSet<ActorRole> { ActorRole.Supervisor }, "benchmark");

    /// <summary>Measures on every database at every size.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, TimeSpan time, CancellationToken cancellationToken)
    {
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            foreach (var size in sizes)
            {
                await using var core = await databases.OpenAsync(provider, size, CaseMix.Company, cancellationToken);
                var reader = core.Get<OverviewReader>();
                var today = DateOnly.FromDateTime(core.Get<TimeProvider>().GetUtcNow().UtcDateTime);
                foreach (var (name, filter) in Filters(today))
                {
                    Measurement times = new();
                    var start = Stopwatch.GetTimestamp();
                    for (var turn = 0; times.Count < Fewest || Stopwatch.GetElapsedTime(start) < time; turn++)
                    {
                        var read = await (turn < WarmUp ? new Measurement() : times).TakeAsync(() => reader.ReadAsync(filter, Supervisor, cancellationToken));
                        _ = read.Value;
                    }

                    book.Add(new Figure(Measurement, $"refresh, {name}", provider.ToString(), size, times.Percentile(0.5), "ms")
                    {
                        High = times.Percentile(0.95), Wanted = new Wanted(MostMilliseconds, OfRatio: false),
                    });
                }
            }
        }

        book.Print(Measurement);
    }

    // A year begins within a month, so that it is read by months and by days.
    private static IReadOnlyList<(string Name, FigureFilter Filter)> Filters(DateOnly today)
    {
        FigureFilter month = new(today.AddDays(-29), today);
        return
        [
            ("a month", month),
            ("a year", month with { From = today.AddDays(1 - FigureFilter.MostDays) }),
            ("a product", month with { Product = "INTERNET-BISNIS" }),
            ("a channel", month with { Channel = Channel.Offline }),
            ("a province", month with { Province = "32" }),
            ("a product and channel in a small province", month with { Product = "AWAN-KANTOR", Channel = Channel.Offline, Province = "94" }),
            ("a product that nobody has", month with { Product = "-" }),
        ];
    }
}
