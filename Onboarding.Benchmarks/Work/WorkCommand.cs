using System.CommandLine;

namespace Onboarding.Benchmarks.Work;

/// <summary><c>work</c>: how many claims and completions a second, by one, eight and sixty-four people at once.</summary>
internal static class WorkCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "work",
        "Measures claiming and completing against bare commits.",
        "20000",
        (databases, book, options, cancellation) => new WorkBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation));
}
