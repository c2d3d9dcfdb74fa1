using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// Asks at each request whether the session behind a cookie was signed out, and once a minute whether its person may stay
/// signed in; takes the claims anew then. The framework's own
/// validator also ends sessions of kinds that are not registered here, and fails over it.
/// </summary>
internal static class SessionValidation
{
    /// <summary>Checks the cookie of a request.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        HttpContext request = context.HttpContext;
        DateTimeOffset now = request.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        bool isEnded = request.RequestServices.GetRequiredService<EndedSessions>().IsEnded(context.Principal!);
        if (!isEnded && context.Properties.IssuedUtc is { } issued && now - issued < StaffIdentity.RevalidationInterval)
        {
            return;
        }

        StaffSignInManager signIn = request.RequestServices.GetRequiredService<StaffSignInManager>();
        if (!isEnded && await signIn.ValidateSecurityStampAsync(context.Principal) is { } account)
        {
            ClaimsPrincipal renewed = await signIn.CreateUserPrincipalAsync(account);
            if (EndedSessions.SessionOf(context.Principal!) is { } session)
            {
                ((ClaimsIdentity)renewed.Identity!).AddClaim(new Claim(StaffClaims.Session, session));
            }

            context.ReplacePrincipal(renewed);
            context.ShouldRenew = true;
        }
        else
        {
            context.RejectPrincipal();
            await request.SignOutAsync(context.Scheme.Name);
        }
    }
}
