using System.CommandLine;

namespace Onboarding.Benchmarks.Start;

/// <summary><c>start</c>: how soon the portal answers after its process began, by the number of cases.</summary>
internal static class StartCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "start",
        "Measures the start of the portal.",
        "100000",
        (databases, book, options, cancellation) => new StartBenchmark(databases, book).RunAsync(options.Cases, cancellation));
}
