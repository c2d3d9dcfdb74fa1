using Microsoft.AspNetCore.Identity;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security.Identity;

/// <summary>One account of the demonstration.</summary>
/// <param name="UserName">What is typed at sign-in.</param>
/// <param name="DisplayName">An invented person.</param>
/// <param name="Role">The one role of this account.</param>
public sealed record DemoAccount(string UserName, string DisplayName, ActorRole Role);

/// <summary>
/// The accounts of demo mode: one for each role, and a second for the two roles that four eyes need. Their password is
/// printed on the sign-in page and in the README, which is why they exist in demo mode only.
/// </summary>
public static class DemoAccounts
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "Contoh-Onboarding-2026";

    /// <summary>The accounts in the order of the SOP.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("sari.cs", "Sari Wulandari", ActorRole.CustomerService),
        new("budi.administrasi", "Budi Santoso", ActorRole.Administration),
        new("ratna.administrasi", "Ratna Kusumawati", ActorRole.Administration),
        new("agus.it", "Agus Pratama", ActorRole.InformationTechnology),
        new("indah.supervisor", "Indah Permatasari", ActorRole.Supervisor),
        new("hendra.supervisor", "Hendra Wijaya", ActorRole.Supervisor),
        new("nurul.kepatuhan", "Nurul Hidayah", ActorRole.Compliance),
        new("yoga.admin", "Yoga Saputra", ActorRole.Administrator),
    ];

    /// <summary>Adds the accounts that are missing, in demo mode only. An account that a person made under such a name is left alone.</summary>
    public static async Task PrepareDemoAccountsAsync(this IServiceProvider services)
    {
        if (!services.GetRequiredService<DemoMode>().IsEnabled)
        {
            return;
        }

        await using AsyncServiceScope scope = services.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        foreach (DemoAccount demo in All)
        {
            if (await users.FindByNameAsync(demo.UserName) is null)
            {
                StaffAccount account = new() { UserName = demo.UserName, Email = $"{demo.UserName}@onboarding.example", DisplayName = demo.DisplayName, IsDemo = true };
                (await users.CreateAsync(account, Password)).OrThrow();
                (await users.AddToRoleAsync(account, StaffRoles.Name(demo.Role))).OrThrow();
            }
        }
    }
}
