using System.CommandLine;
using Onboarding.Core.Audit;
using Spectre.Console;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary><c>verify-audit</c>: reads the whole audit trail again and says whether anything was edited, removed or reordered.</summary>
internal static class VerifyAuditCommand
{
    private const int MostShown = 20;

    /// <summary>Makes the verb.</summary>
    /// <param name="build">Makes the portal from the settings among the arguments.</param>
    /// <param name="console">Where to write; the real terminal where it is null.</param>
    public static Command Create(Func<string[], WebApplication> build, IAnsiConsole? console = null)
    {
        Command command = new("verify-audit", "Checks the audit trail. Ends with 1 when something is wrong with it.");
        command.SetAction(async (result, cancellation) =>
        {
            await using WebApplication portal = build([.. result.UnmatchedTokens]);
            await portal.Services.PrepareAsync(cancellation);
            return await RunAsync(portal.Services, console ?? AnsiConsole.Console, cancellation);
        });
        return command;
    }

    /// <summary>Checks, and prints what was found.</summary>
    /// <returns>The exit code: 0 when the trail is intact, else 1.</returns>
    internal static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, CancellationToken cancellation)
    {
        AuditReport report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(progress: null, cancellation);
        foreach (AuditFinding finding in report.Findings.Take(MostShown))
        {
            console.WriteLine($"{finding}");
        }

        foreach (string number in report.MissingNumbers.Take(MostShown))
        {
            console.WriteLine($"{number} is missing.");
        }

        console.WriteLine(report.IsIntact
            ? $"The audit trail is intact: {report.Streams} chains."
            : $"The audit trail is NOT intact: {report.Findings.Count} findings, {report.MissingNumbers.Count} missing numbers.");
        return report.IsIntact ? 0 : 1;
    }
}
