using System.CommandLine;

namespace Onboarding.Benchmarks.Dashboards;

/// <summary><c>dashboard</c>: how long the figures of the dashboard take, by the number of cases.</summary>
internal static class DashboardCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "dashboard",
        "Measures the refresh of the dashboard.",
        "1000,100000",
        (databases, book, options, cancellation) => new DashboardBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation));
}
