using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Onboarding.Benchmarks.Duplicates;

/// <summary><c>duplicates</c>: how long the search for duplicates takes, by the number of customers.</summary>
internal static class DuplicatesCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var shared = new BenchmarkOptions();
        Option<string> customers = new("--customers") { Description = "Numbers of customers, growing, with commas between.", DefaultValueFactory = _ => "10000,100000" };
        Option<int> searches = new("--searches") { Description = "How many searches are measured at each size.", DefaultValueFactory = _ => 1000 };
        Command command = new("duplicates", "Measures the search for duplicates.") { customers, searches };
        shared.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            await using var core = await shared.StartAsync(result, cancellation);
            var sizes = result.GetValue(customers)!.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order().ToList();
            var benchmark = new DuplicatesBenchmark(core, AnsiConsole.Console);
            await benchmark.RunAsync(sizes, result.GetValue(searches), cancellation);
            return 0;
        });
        return command;
    }
}
