using System.CommandLine;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Results;
using Spectre.Console;

namespace Onboarding.Benchmarks;

/// <summary>A measurement of speed as a verb: opens the databases, measures, and writes the report where one is wanted.</summary>
internal static class SpeedVerb
{
    /// <summary>Makes a verb.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="cases">The sizes where none are named.</param>
    /// <param name="measure">Measures.</param>
    /// <param name="further">Options of this verb alone.</param>
    public static Command Create(
        string name, string description, string cases, Func<CaseDatabases, FigureBook, SpeedOptions.Values, CancellationToken, Task> measure, params Option[] further)
    {
        var options = new SpeedOptions(cases);
        Command command = new(name, description);
        options.AddTo(command);
        foreach (var option in further)
        {
            command.Add(option);
        }

        command.SetAction(async (result, cancellation) =>
        {
            var values = options.Read(result);
            FigureBook book = new(AnsiConsole.Console);
            var load = Machine.Load();
            await using CaseDatabases databases = new(values, book);
            try
            {
                await measure(databases, book, values, cancellation);
            }
            finally
            {
                // Also what was measured before something went wrong.
                if (values.Report is { } report && book.Figures.Count > 0)
                {
                    await new SpeedReport(Machine.Describe(), TimeProvider.System.GetUtcNow(), load, Machine.Load(), book.Figures, book.Failures).WriteAsync(report, CancellationToken.None);
                }
            }

            return 0;
        });
        return command;
    }
}
