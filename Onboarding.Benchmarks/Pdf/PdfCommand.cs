using System.CommandLine;
using Spectre.Console;

namespace Onboarding.Benchmarks.Pdf;

/// <summary><c>pdf</c>: how many reports a second become PDF files, and how much memory that takes, beside other ways to make them.</summary>
internal static class PdfCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var shared = new BenchmarkOptions();
        Option<int> count = new("--count") { Description = "How many files each way makes.", DefaultValueFactory = _ => 40 };
        Option<int> parallel = new("--parallel") { Description = "How many at the same time.", DefaultValueFactory = _ => 2 };
        Option<string> root = new("--wwwroot") { Description = "Where the stylesheets and fonts of the portal are.", DefaultValueFactory = _ => "Onboarding.Portal/wwwroot" };
        Command command = new("pdf", "Measures printing of a Laporan Verifikasi.") { count, parallel, root };
        shared.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            await using var core = await shared.StartAsync(result, cancellation);
            await new PdfBenchmark(core, AnsiConsole.Console, result.GetValue(root)!).RunAsync(result.GetValue(count), result.GetValue(parallel), cancellation);
            return 0;
        });
        return command;
    }
}
