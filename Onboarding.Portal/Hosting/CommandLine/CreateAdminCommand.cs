using System.CommandLine;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;
using Spectre.Console;

namespace Onboarding.Portal.Hosting.CommandLine;

/// <summary>
/// <c>create-admin</c>: makes the first administrator, or another one. The password is a one-time one: generated and
/// printed once, or typed by the person who runs the command. No account of the portal starts with a known password.
/// </summary>
internal static class CreateAdminCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="build">Makes the portal from the settings among the arguments.</param>
    /// <param name="console">Where to ask and answer; the real terminal where it is null.</param>
    public static Command Create(Func<string[], WebApplication> build, IAnsiConsole? console = null)
    {
        Option<string?> userName = new("--user-name") { Description = "What the administrator types at sign-in." };
        Option<string?> displayName = new("--name") { Description = "The name that colleagues see." };
        Option<bool> typed = new("--type-password") { Description = "Asks for the password instead of generating a one-time password." };
        Command command = new("create-admin", "Makes an administrator's account.") { userName, displayName, typed };
        command.SetAction(async (result, cancellation) =>
        {
            await using WebApplication portal = build([.. result.UnmatchedTokens]);
            await portal.Services.PrepareAsync(cancellation);
            return await RunAsync(
                portal.Services,
                console ?? AnsiConsole.Console,
                result.GetValue(userName),
                result.GetValue(displayName),
                result.GetValue(typed),
                cancellation);
        });
        return command;
    }

    /// <summary>Asks for what is missing and makes the account.</summary>
    /// <returns>The exit code: 0, or 1 when the account was refused.</returns>
    internal static async Task<int> RunAsync(
        IServiceProvider services,
        IAnsiConsole console,
        string? userName,
        string? displayName,
        bool typesPassword,
        CancellationToken cancellation)
    {
        userName ??= await new TextPrompt<string>("User name:").ShowAsync(console, cancellation);
        displayName ??= await new TextPrompt<string>("Display name:").ShowAsync(console, cancellation);
        string password = typesPassword
            ? await new TextPrompt<string>("Password:").Secret().ShowAsync(console, cancellation)
            : OneTimePassword.Create();

        await using AsyncServiceScope scope = services.CreateAsyncScope();
        StaffAccountProblem? problem = await scope.ServiceProvider.GetRequiredService<StaffDirectory>().CreateAsync(
            userName, displayName, [ActorRole.Administrator], password, mustChangePassword: !typesPassword);
        if (problem is { } refused)
        {
            console.WriteLine($"No account was made: {Reason(refused)}");
            return 1;
        }

        console.WriteLine($"The administrator \"{userName}\" was made.");
        if (!typesPassword)
        {
            console.WriteLine($"One-time password, shown only now: {password}");
            console.WriteLine("The portal asks for a new one at the first sign-in.");
        }

        return 0;
    }

    private static string Reason(StaffAccountProblem problem) => problem switch
    {
        StaffAccountProblem.UserNameTaken => "there is an account with this user name.",
        StaffAccountProblem.UserNameInvalid => "a user name has letters, figures, dot, hyphen and underscore only.",
        StaffAccountProblem.DisplayNameInvalid => "the display name is empty or too long.",
        StaffAccountProblem.PasswordTooWeak =>
            $"the password needs at least {StaffIdentity.PasswordLength} characters, five of them different.",
        _ => $"{problem}.",
    };
}
