using System.CommandLine;
using Spectre.Console;

namespace Onboarding.Benchmarks.Imports;

/// <summary><c>import</c>: how many rows a second a dry run and an import do, and how much memory that takes.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var shared = new BenchmarkOptions();
        Option<int> rows = new("--rows") { Description = "Rows of the file.", DefaultValueFactory = _ => 100_000 };
        Option<int?> registered = new("--register") { Description = "Stops the import after this many rows; all of them by default." };
        Command command = new("import", "Measures the dry run and the import of a CSV file.") { rows, registered };
        shared.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            await using var core = await shared.StartAsync(result, cancellation);
            await new ImportBenchmark(core, AnsiConsole.Console).RunAsync(result.GetValue(rows), result.GetValue(registered), cancellation);
            return 0;
        });
        return command;
    }
}
