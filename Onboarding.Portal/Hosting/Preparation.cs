using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Hosting;

/// <summary>What is brought up to date before the portal serves, in this order.</summary>
internal static class Preparation
{
    /// <summary>Brings database and accounts up to date.</summary>
    /// <exception cref="StartupRefusedException">The database cannot be opened or is not one this program can use.</exception>
    public static async Task PrepareAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await services.PrepareCoreAsync(cancellation);
        await services.PrepareStaffIdentityAsync(cancellation);
        await services.PrepareDemoAccountsAsync();
    }
}
