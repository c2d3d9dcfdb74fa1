using System.CommandLine;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary><c>migrate</c>: brings the database up to date and ends.</summary>
internal static class MigrateCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="build">Makes the portal from the settings among the arguments.</param>
    public static Command Create(Func<string[], WebApplication> build)
    {
        Command command = new("migrate", "Brings the database up to date and ends.");
        command.SetAction(async (result, cancellation) =>
        {
            await using WebApplication portal = build([.. result.UnmatchedTokens]);
            await portal.Services.PrepareAsync(cancellation);
            return 0;
        });
        return command;
    }
}
