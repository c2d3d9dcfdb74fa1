using Microsoft.AspNetCore.Antiforgery;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Features.Account;

/// <summary>What the account pages need beside pages.</summary>
internal static class AccountEndpoints
{
    /// <summary>
    /// Maps <c>POST /account/sign-out</c>; the antiforgery token keeps other sites from signing people out. And <c>GET /account/session</c>,
    /// which answers 204 to whoever is signed in: a page that is open for hours asks it, which also keeps the session of somebody who works.
    /// </summary>
    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(AccountUrls.SignOut, SignOutAsync).RequireAuthorization(Policies.OwnAccount);
        endpoints.MapGet(AccountUrls.Session, () => TypedResults.NoContent()).RequireAuthorization(Policies.OwnAccount);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, StaffSignInManager signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await signIn.SignOutAsync();
        return Results.LocalRedirect(AccountUrls.SignIn);
    }
}
