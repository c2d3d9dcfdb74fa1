using System.CommandLine;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Spectre.Console;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary><c>check-figures</c>: counts all cases anew and says whether the figures of the dashboards equal the recount.</summary>
internal static class CheckFiguresCommand
{
    private const string Caller = "check-figures";

    /// <summary>Makes the verb.</summary>
    /// <param name="build">Makes the portal from the settings among the arguments.</param>
    /// <param name="console">Where to write; the real terminal where it is null.</param>
    public static Command Create(Func<string[], WebApplication> build, IAnsiConsole? console = null)
    {
        Option<bool> rebuild = new("--rebuild") { Description = "Makes the figures anew from the cases; whoever changes a case waits for it." };
        Command command = new(Caller, "Compares the figures of the dashboards with a recount. Ends with 1 when they differ.") { rebuild };
        command.SetAction(async (result, cancellation) =>
        {
            await using WebApplication portal = build([.. result.UnmatchedTokens]);
            await portal.Services.PrepareAsync(cancellation);
            return await RunAsync(portal.Services, result.GetValue(rebuild), console ?? AnsiConsole.Console, cancellation);
        });
        return command;
    }

    /// <summary>Compares, and prints what was found.</summary>
    /// <returns>The exit code: 0 when the figures are right, else 1.</returns>
    internal static async Task<int> RunAsync(IServiceProvider services, bool rebuild, IAnsiConsole console, CancellationToken cancellation)
    {
        if (rebuild)
        {
            Result<long> made = await services.GetRequiredService<RebuildFiguresHandler>().HandleAsync(Actor.System(Caller), cancellation);
            console.WriteLine(made.IsDone ? $"The figures were made anew from {made.Value} cases." : "The figures could not be made anew: try again.");
        }

        FigureCheck check = (await services.GetRequiredService<CheckFiguresHandler>().HandleAsync(Actor.System(Caller), cancellation)).Value;
        foreach (FigureDifference difference in check.Differences)
        {
            console.WriteLine($"{difference.Place.Day} {difference.Place.Product} {difference.Place.Channel} {difference.Place.Province} {difference.Name}: {difference.Kept} instead of {difference.Counted}");
        }

        console.WriteLine(check.IsRight ? $"The figures equal a recount of {check.Cases} cases." : "The figures are NOT right: run check-figures --rebuild.");
        return check.IsRight ? 0 : 1;
    }
}
