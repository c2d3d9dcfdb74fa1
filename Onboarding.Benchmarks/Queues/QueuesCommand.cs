using System.CommandLine;

namespace Onboarding.Benchmarks.Queues;

/// <summary><c>queues</c>: how long a page of a queue takes, by the number of cases.</summary>
internal static class QueuesCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "queues",
        "Measures the pages of a queue against SQL by hand.",
        "1000,100000",
        (databases, book, options, cancellation) => new QueuesBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation));
}
