using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting.CommandLine;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;
using Spectre.Console;

namespace Onboarding.Tests.Integration.Accounts;

public sealed class CreateAdminTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, DatabaseProviders]
    public async Task Makes_an_administrator_with_a_password_that_is_shown_once(DatabaseKind kind)
    {
        await using StaffStore store = await StaffStore.CreateAsync(await databases.Fresh(kind));
        using StringWriter output = new();

        int code = await RunAsync(store, output, "yoga", "Yoga Saputra");

        code.ShouldBe(0);
        StaffRow row = await store.FindAsync("yoga");
        row.Roles.ShouldBe([ActorRole.Administrator]);
        row.MustChangePassword.ShouldBeTrue();
        row.IsDemo.ShouldBeFalse();
        output.ToString().ShouldContain("One-time password");
    }

    [Theory, DatabaseProviders]
    public async Task Refuses_a_name_that_is_taken_and_shows_no_password(DatabaseKind kind)
    {
        await using StaffStore store = await StaffStore.CreateAsync(await databases.Fresh(kind));
        await store.AddAsync("yoga", ActorRole.Compliance);
        using StringWriter output = new();

        int code = await RunAsync(store, output, "yoga", "Yoga Saputra");

        code.ShouldBe(1);
        output.ToString().ShouldNotContain("password");
        (await store.FindAsync("yoga")).Roles.ShouldBe([ActorRole.Compliance]);
    }

    [Fact]
    public async Task Names_the_verbs_when_one_is_mistyped()
    {
        int code = await PortalCommandLine.RunAsync(["create-amdin"], _ => throw new InvalidOperationException("Nothing may start."));

        code.ShouldBe(PortalCommandLine.Refused);
    }

    private static Task<int> RunAsync(StaffStore store, TextWriter output, string userName, string displayName)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        return CreateAdminCommand.RunAsync(
            store.Services, console, userName, displayName, typesPassword: false, CancellationToken.None);
    }
}
