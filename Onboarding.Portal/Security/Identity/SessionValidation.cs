using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// Asks once a minute whether the person behind a cookie may stay signed in, and takes the claims anew. The framework's own
/// validator also ends sessions of kinds that are not registered here, and fails over it.
/// </summary>
internal static class SessionValidation
{
    /// <summary>Checks the cookie of a request.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        HttpContext request = context.HttpContext;
        DateTimeOffset now = request.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Properties.IssuedUtc is { } issued && now - issued < StaffIdentity.RevalidationInterval)
        {
            return;
        }

        StaffSignInManager signIn = request.RequestServices.GetRequiredService<StaffSignInManager>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is { } account)
        {
            context.ReplacePrincipal(await signIn.CreateUserPrincipalAsync(account));
            context.ShouldRenew = true;
        }
        else
        {
            context.RejectPrincipal();
            await request.SignOutAsync(context.Scheme.Name);
        }
    }
}
