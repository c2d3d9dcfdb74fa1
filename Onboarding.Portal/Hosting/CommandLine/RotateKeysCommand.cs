using System.CommandLine;
using Onboarding.Core.Protection;
using Onboarding.Core.Workflow;
using Spectre.Console;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary>
/// <c>rotate-keys</c>: makes a new master key the active one and puts everything that older keys protect under it, while the
/// portal runs. Interrupted, it is simply run again: what an earlier run left over is finished before another key is made.
/// </summary>
internal static class RotateKeysCommand
{
    private const int SomethingLeft = 1;

    private static readonly Actor Operator = Actor.System("rotate-keys");

    /// <summary>Makes the verb.</summary>
    /// <param name="build">Makes the portal from the settings among the arguments.</param>
    /// <param name="console">Where to write; the real terminal where it is null.</param>
    public static Command Create(Func<string[], WebApplication> build, IAnsiConsole? console = null)
    {
        Option<bool> resume = new("--resume") { Description = "Makes no new key; finishes what an earlier run left over." };
        Option<bool> retire = new("--retire") { Description = "Makes no new key; takes older keys out of use that protect nothing any more." };
        Command command = new("rotate-keys", "Makes a new master key and puts everything under it. Ends with 1 when something is left.") { resume, retire };
        command.SetAction(async (result, cancellation) =>
        {
            await using WebApplication portal = build([.. result.UnmatchedTokens]);
            await portal.Services.PrepareAsync(cancellation);
            IAnsiConsole terminal = console ?? AnsiConsole.Console;
            return result.GetValue(retire)
                ? await RetireAsync(portal.Services, terminal, cancellation)
                : await RunAsync(portal.Services, terminal, result.GetValue(resume), cancellation);
        });
        return command;
    }

    /// <summary>Rotates, or goes on with a rotation that was interrupted.</summary>
    /// <returns>The exit code: 0 when everything is under the active key, else 1.</returns>
    internal static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, bool resumes, CancellationToken cancellation)
    {
        KeyRotation rotation = services.GetRequiredService<KeyRotation>();
        long left = await rotation.CountLeftAsync(cancellation);
        if (left > 0)
        {
            console.WriteLine($"{left} values are under older keys: they are finished first, no new key is made.");
        }
        else if (!resumes)
        {
            try
            {
                console.WriteLine($"The new master key is {await rotation.BeginAsync(Operator, cancellation)}. Back the key folder up now.");
            }
            catch (MasterKeyException refusal)
            {
                console.WriteLine(refusal.Message);
                return PortalCommandLine.Refused;
            }

            left = await rotation.CountLeftAsync(cancellation);
        }

        KeyRenewal renewal = await console.Progress().StartAsync(async progress =>
        {
            ProgressTask bar = progress.AddTask("Values", maxValue: Math.Max(1, left));
            KeyRenewal done = await rotation.RenewAsync(new Progress<long>(count => bar.Value = count), cancellation);
            bar.Value = bar.MaxValue;
            return done;
        });
        return await ReportAsync(rotation, console, renewal, cancellation);
    }

    /// <summary>Takes older keys out of use.</summary>
    /// <returns>The exit code: always 0.</returns>
    internal static async Task<int> RetireAsync(IServiceProvider services, IAnsiConsole console, CancellationToken cancellation)
    {
        IReadOnlyList<MasterKeyId> retired = await services.GetRequiredService<KeyRotation>().RetireAsync(Operator, cancellation);
        foreach (MasterKeyId key in retired)
        {
            console.WriteLine($"The master key {key} is retired; its file has a new name and can be put away.");
        }

        if (retired.Count == 0)
        {
            console.WriteLine("No key was retired: each older one is still needed, if only by the audit trail, or the active key is younger than ten minutes.");
        }

        return 0;
    }

    private static async Task<int> ReportAsync(KeyRotation rotation, IAnsiConsole console, KeyRenewal renewal, CancellationToken cancellation)
    {
        long left = await rotation.CountLeftAsync(cancellation);
        console.WriteLine($"{renewal.Renewed} values are under the active key now.");
        if (renewal.Unreadable > 0)
        {
            console.WriteLine($"{renewal.Unreadable} values could not be opened and stay as they are: they are damaged, or their key is missing.");
        }

        if (left > renewal.Unreadable)
        {
            console.WriteLine($"{left - renewal.Unreadable} were written meanwhile under the older key: run \"rotate-keys --resume\" in a minute.");
        }

        return left == 0 ? 0 : SomethingLeft;
    }
}
