using System.CommandLine;
using Microsoft.AspNetCore.Connections;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary>
/// The verbs of the program. Without a verb it serves. Everything that is not a verb or an option of one is a setting for
/// the configuration, as in <c>--Demo:Enabled=true</c> or <c>--urls http://127.0.0.1:5080</c>.
/// </summary>
internal static class PortalCommandLine
{
    /// <summary>The exit code of a start that was refused.</summary>
    public const int Refused = 2;

    /// <summary>Runs the verb in the arguments and returns the exit code.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="build">Makes the portal, not started, from the settings among the arguments.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        RootCommand root = new("Portal Penerimaan Pelanggan") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((_, cancellation) => ServeAsync(build(args), cancellation));
        root.Add(Verb(ServeCommand.Create(settings => ServeAsync(build(settings), CancellationToken.None))));
        root.Add(Verb(MigrateCommand.Create(build)));
        root.Add(Verb(CreateAdminCommand.Create(build)));
        root.Add(Verb(SeedCommand.Create(build)));
        root.Add(Verb(VerifyAuditCommand.Create(build)));
        root.Add(Verb(CheckFiguresCommand.Create(build)));
        root.Add(Verb(RotateKeysCommand.Create(build)));

        if (args is [{ } first, ..] && !first.StartsWith('-') && root.Subcommands.All(verb => verb.Name != first))
        {
            string verbs = string.Join(", ", root.Subcommands.Select(verb => verb.Name));
            return Refuse($"There is no verb \"{first}\". The verbs are: {verbs}.");
        }

        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartupRefusedException refusal)
        {
            return Refuse(refusal.Message);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return Refuse("Another program listens on this address already: choose another with --urls or Portal:Address.");
        }
    }

    private static Command Verb(Command verb)
    {
        verb.TreatUnmatchedTokensAsErrors = false;
        return verb;
    }

    private static async Task<int> ServeAsync(WebApplication portal, CancellationToken cancellation)
    {
        await using (portal)
        {
            await portal.Services.PrepareAsync(cancellation);
            await portal.RunAsync(cancellation);
        }

        return 0;
    }

    private static int Refuse(string reason)
    {
        new InvocationConfiguration().Error.WriteLine(reason);
        return Refused;
    }
}
