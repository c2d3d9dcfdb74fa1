using System.CommandLine;
using Spectre.Console;

namespace Onboarding.Benchmarks.Documents;

/// <summary><c>documents</c>: how fast documents come in and go out, and how much memory that takes.</summary>
internal static class DocumentsCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var shared = new BenchmarkOptions();
        Option<int> files = new("--files") { Description = "How many files of 15 MB travel at the same time.", DefaultValueFactory = _ => 20 };
        Command command = new("documents", "Measures upload and download of documents.") { files };
        shared.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            await using var core = await shared.StartAsync(result, cancellation);
            await new DocumentsBenchmark(core, AnsiConsole.Console).RunAsync(result.GetValue(files), cancellation);
            return 0;
        });
        return command;
    }
}
