using System.CommandLine;

namespace Onboarding.Benchmarks.Live;

/// <summary><c>live</c>: how soon a change appears on the open pages, what that costs, and how much memory a page takes.</summary>
internal static class LiveCommand
{
    private static readonly int[] Pages = [200];

    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "live",
        "Measures open queue pages while people work.",
        "1000",
        (databases, book, options, cancellation) => new LiveBenchmark(databases, book).RunAsync(options.Cases, Pages, options.Time, cancellation));
}
