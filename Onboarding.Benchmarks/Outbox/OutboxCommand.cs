using System.CommandLine;
using Spectre.Console;

namespace Onboarding.Benchmarks.Outbox;

/// <summary><c>outbox</c>: what leaves the portal, how fast and in which order, while receivers fail by script.</summary>
internal static class OutboxCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var shared = new BenchmarkOptions();
        Option<int> cases = new("--cases") { Description = "Cases of each scenario, each with seven messages.", DefaultValueFactory = _ => 100 };
        Option<int> timeout = new("--timeout") { Description = "How long a receiver may take, in seconds.", DefaultValueFactory = _ => 5 };
        Option<int> outage = new("--outage") { Description = "How long the receivers are dead that come back, in seconds.", DefaultValueFactory = _ => 10 };
        Option<int> finished = new("--finished") { Description = "Finished messages that lie in the outbox when looking for due ones is measured.", DefaultValueFactory = _ => 100_000 };
        Option<string> scenarios = new("--scenarios")
        {
            Description = "Which ones, with commas between; healthy is always one of them.",
            DefaultValueFactory = _ => string.Join(',', OutboxBenchmark.ScenarioNames),
        };
        Command command = new("outbox", "Measures the outbox while receivers fail.") { cases, timeout, outage, finished, scenarios };
        shared.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            await using var core = await shared.StartAsync(result, cancellation);
            OutboxScale scale = new(result.GetValue(cases), result.GetValue(timeout), TimeSpan.FromSeconds(result.GetValue(outage)), result.GetValue(finished));
            await new OutboxBenchmark(core, scale, AnsiConsole.Console).RunAsync(result.GetValue(scenarios)!.Split(',').ToHashSet(StringComparer.Ordinal), cancellation);
            return 0;
        });
        return command;
    }
}
