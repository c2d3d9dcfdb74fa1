using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Accounts;

public sealed class StaffDirectoryTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string NobodyElse = "nobody-else";

    [Theory, DatabaseProviders]
    public async Task Lists_a_new_account_with_a_password_that_must_be_replaced(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);

        StaffPasswordAnswer answer = await store.Directory.CreateAsync(
            "sari.cs", " Sari Wulandari ", [ActorRole.Supervisor, ActorRole.CustomerService]);

        answer.Password.ShouldNotBeNull().Length.ShouldBeGreaterThanOrEqualTo(StaffIdentity.PasswordLength);
        StaffRow row = await store.FindAsync("sari.cs");
        row.DisplayName.ShouldBe("Sari Wulandari");
        row.Roles.ShouldBe([ActorRole.CustomerService, ActorRole.Supervisor]);
        row.MustChangePassword.ShouldBeTrue();
        row.IsDisabled.ShouldBeFalse();
    }

    [Theory]
    [DatabaseProviders("", "Nama", StaffAccountProblem.UserNameInvalid)]
    [DatabaseProviders("dua kata", "Nama", StaffAccountProblem.UserNameInvalid)]
    [DatabaseProviders("sari", " ", StaffAccountProblem.DisplayNameInvalid)]
    [DatabaseProviders("TAKEN", "Nama", StaffAccountProblem.UserNameTaken)]
    public async Task Refuses_an_account_that_nobody_could_use(DatabaseKind kind, string userName, string name, StaffAccountProblem problem)
    {
        await using StaffStore store = await FreshAsync(kind);
        await store.AddAsync("taken", ActorRole.Compliance);

        StaffPasswordAnswer answer = await store.Directory.CreateAsync(userName, name, [ActorRole.Compliance]);

        answer.ShouldBe(new StaffPasswordAnswer(problem, Password: null));
        (await store.Directory.ListAsync(CancellationToken.None)).Count.ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Refuses_an_account_without_a_role(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);

        (await store.Directory.CreateAsync("sari", "Sari", [])).Problem.ShouldBe(StaffAccountProblem.RoleMissing);
    }

    [Theory, DatabaseProviders]
    public async Task Gives_exactly_the_roles_that_were_chosen(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);
        StaffRow row = await store.AddAsync("budi", ActorRole.Administration, ActorRole.Compliance);

        (await store.Directory.SetRolesAsync(NobodyElse, row.Id, [ActorRole.Administration, ActorRole.Supervisor])).ShouldBeNull();

        (await store.FindAsync("budi")).Roles.ShouldBe([ActorRole.Administration, ActorRole.Supervisor]);
    }

    [Theory, DatabaseProviders]
    public async Task Refuses_to_take_the_administrator_role_from_oneself(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);
        StaffRow self = await store.AddAsync("yoga", ActorRole.Administrator);
        await store.AddAsync("other", ActorRole.Administrator);

        (await store.Directory.SetRolesAsync(self.Id, self.Id, [ActorRole.Supervisor]))
            .ShouldBe(StaffAccountProblem.OwnAdministratorRole);
        (await store.Directory.SetDisabledAsync(self.Id, self.Id, disabled: true)).ShouldBe(StaffAccountProblem.OwnAccount);

        (await store.FindAsync("yoga")).Roles.ShouldBe([ActorRole.Administrator]);
    }

    [Theory, DatabaseProviders]
    public async Task Keeps_the_last_administrator_who_can_sign_in(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);
        StaffRow first = await store.AddAsync("first", ActorRole.Administrator);
        StaffRow second = await store.AddAsync("second", ActorRole.Administrator);

        (await store.Directory.SetDisabledAsync(first.Id, second.Id, disabled: true)).ShouldBeNull();

        (await store.Directory.SetDisabledAsync(second.Id, first.Id, disabled: true)).ShouldBe(StaffAccountProblem.LastAdministrator);
        (await store.Directory.SetRolesAsync(second.Id, first.Id, [ActorRole.Compliance])).ShouldBe(StaffAccountProblem.LastAdministrator);
    }

    [Theory, DatabaseProviders]
    public async Task Keeps_one_administrator_when_two_disable_each_other_at_once(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);
        StaffRow first = await store.AddAsync("first", ActorRole.Administrator);
        StaffRow second = await store.AddAsync("second", ActorRole.Administrator);

        StaffAccountProblem?[] answers = await Task.WhenAll(
            Task.Run(() => store.Directory.SetDisabledAsync(first.Id, second.Id, disabled: true)),
            Task.Run(() => store.Directory.SetDisabledAsync(second.Id, first.Id, disabled: true)));

        answers.Count(answer => answer is null).ShouldBe(1);
        (await store.Directory.ListAsync(CancellationToken.None)).Count(row => !row.IsDisabled).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Counts_a_demo_administrator_only_in_demo_mode(DatabaseKind kind)
    {
        TestDatabase database = await databases.Fresh(kind);
        await using (StaffStore demo = await StaffStore.CreateAsync(database, isDemo: true))
        {
            (await demo.Directory.ListAsync(CancellationToken.None)).Count.ShouldBe(DemoAccounts.All.Count);
        }

        await using StaffStore store = await StaffStore.CreateAsync(database);
        StaffRow real = await store.AddAsync("real", ActorRole.Administrator);

        (await store.Directory.SetDisabledAsync(NobodyElse, real.Id, disabled: true)).ShouldBe(StaffAccountProblem.LastAdministrator);
    }

    [Theory, DatabaseProviders]
    public async Task Ends_every_session_when_an_account_is_disabled_changed_or_reset(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);
        await store.AddAsync("keeper", ActorRole.Administrator);
        StaffRow row = await store.AddAsync("sari", ActorRole.CustomerService);

        foreach (Func<Task> change in (Func<Task>[])
            [
                () => store.Directory.SetRolesAsync(NobodyElse, row.Id, [ActorRole.Compliance]),
                () => store.Directory.ResetPasswordAsync(row.Id),
                () => store.Directory.SetDisabledAsync(NobodyElse, row.Id, disabled: true),
            ])
        {
            await using AsyncServiceScope scope = store.Services.CreateAsyncScope();
            StaffSignInManager signIn = scope.ServiceProvider.GetRequiredService<StaffSignInManager>();
            StaffAccount account = (await signIn.UserManager.FindByIdAsync(row.Id)).ShouldNotBeNull();
            var session = await signIn.CreateUserPrincipalAsync(account);
            (await IsStillSignedInAsync(store, session)).ShouldBeTrue();

            await change();

            (await IsStillSignedInAsync(store, session)).ShouldBeFalse();
        }
    }

    [Theory, DatabaseProviders]
    public async Task Replaces_a_password_and_ends_a_lockout(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);
        StaffRow row = await store.AddAsync("sari", ActorRole.CustomerService);
        await using (AsyncServiceScope scope = store.Services.CreateAsyncScope())
        {
            UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
            StaffAccount account = (await users.FindByIdAsync(row.Id)).ShouldNotBeNull();
            await users.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue);
        }

        (await store.FindAsync("sari")).IsLocked.ShouldBeTrue();

        StaffPasswordAnswer answer = await store.Directory.ResetPasswordAsync(row.Id);

        (await store.FindAsync("sari")).IsLocked.ShouldBeFalse();
        await using AsyncServiceScope later = store.Services.CreateAsyncScope();
        UserManager<StaffAccount> current = later.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        StaffAccount after = (await current.FindByIdAsync(row.Id)).ShouldNotBeNull();
        (await current.CheckPasswordAsync(after, answer.Password!)).ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Answers_not_found_for_an_account_that_does_not_exist(DatabaseKind kind)
    {
        await using StaffStore store = await FreshAsync(kind);

        (await store.Directory.ResetPasswordAsync("missing")).Problem.ShouldBe(StaffAccountProblem.NotFound);
        (await store.Directory.SetDisabledAsync(NobodyElse, "missing", disabled: true)).ShouldBe(StaffAccountProblem.NotFound);
    }

    private static async Task<bool> IsStillSignedInAsync(StaffStore store, System.Security.Claims.ClaimsPrincipal session)
    {
        await using AsyncServiceScope scope = store.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffSignInManager>().ValidateSecurityStampAsync(session) is not null;
    }

    private async Task<StaffStore> FreshAsync(DatabaseKind kind) => await StaffStore.CreateAsync(await databases.Fresh(kind));
}
