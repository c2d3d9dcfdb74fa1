using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Onboarding.Benchmarks.Register;

/// <summary><c>register</c>: how long the search of the customer register takes, by the number of customers.</summary>
internal static class RegisterCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var shared = new BenchmarkOptions();
        Option<string> customers = new("--customers") { Description = "Numbers of customers, growing, with commas between.", DefaultValueFactory = _ => "10000,100000" };
        Option<int> searches = new("--searches") { Description = "How many searches of each kind are measured at each size.", DefaultValueFactory = _ => 200 };
        Command command = new("register", "Measures the search of the customer register.") { customers, searches };
        shared.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            await using var core = await shared.StartAsync(result, cancellation);
            var sizes = result.GetValue(customers)!.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order().ToList();
            await new RegisterBenchmark(core, AnsiConsole.Console).RunAsync(sizes, result.GetValue(searches), cancellation);
            return 0;
        });
        return command;
    }
}
