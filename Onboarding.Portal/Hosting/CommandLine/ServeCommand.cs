using System.CommandLine;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary><c>serve</c>: the same as no verb.</summary>
internal static class ServeCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="serve">Serves with the settings among the arguments until it is told to stop.</param>
    public static Command Create(Func<string[], Task<int>> serve)
    {
        Command command = new("serve", "Serves the portal until it is stopped. The same as no verb.");
        command.SetAction((result, _) => serve([.. result.UnmatchedTokens]));
        return command;
    }
}
