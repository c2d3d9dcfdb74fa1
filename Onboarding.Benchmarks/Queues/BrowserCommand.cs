using System.CommandLine;

namespace Onboarding.Benchmarks.Queues;

/// <summary><c>browser</c>: how long the rows of a queue take to appear in Chromium, by the number of cases.</summary>
internal static class BrowserCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "browser",
        "Measures queue pages in Chromium.",
        "1000,100000",
        (databases, book, options, cancellation) => new BrowserBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation));
}
