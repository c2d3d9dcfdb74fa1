using System.Security.Claims;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Live;

/// <summary>Asks the account store whether a person may stay signed in: not disabled, and with the roles they signed in with.</summary>
/// <param name="scopes">A scope for each question.</param>
public sealed class SessionCheck(IServiceScopeFactory scopes)
{
    /// <summary>False once the account was disabled, or its password or roles were changed.</summary>
    public async Task<bool> MayStayAsync(ClaimsPrincipal person)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        StaffSignInManager signIn = scope.ServiceProvider.GetRequiredService<StaffSignInManager>();
        return await signIn.ValidateSecurityStampAsync(person) is not null;
    }
}
