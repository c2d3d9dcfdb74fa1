using System.CommandLine;

namespace Onboarding.Benchmarks.Live;

/// <summary><c>live</c> and <c>memory</c>: how soon a change appears on the open pages, what that costs, how much memory a page takes, and what it leaves behind.</summary>
internal static class LiveCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        Option<int[]> pages = new("--pages") { Description = "How many pages are open, one number after the other.", DefaultValueFactory = _ => [200, 1000] };
        Option<int> listeners = new("--hub-clients") { Description = "How many programs listen to the hub beside the pages.", DefaultValueFactory = _ => 0 };
        return SpeedVerb.Create(
            "live",
            "Measures open queue pages while people work.",
            "1000",
            (databases, book, options, cancellation) => new LiveBenchmark(databases, book).RunAsync(options.Cases, options.Parsed.GetValue(pages)!, options.Parsed.GetValue(listeners), options.Time, cancellation),
            pages,
            listeners);
    }

    /// <summary>Makes the verb.</summary>
    public static Command CreateMemory()
    {
        Option<int> times = new("--times") { Description = "How many pages are opened and left.", DefaultValueFactory = _ => 10_000 };
        return SpeedVerb.Create(
            "memory",
            "Measures what pages leave behind in memory.",
            "1000",
            (databases, book, options, cancellation) => new MemoryBenchmark(databases, book).RunAsync(options.Cases[0], options.Parsed.GetValue(times), cancellation),
            times);
    }
}
