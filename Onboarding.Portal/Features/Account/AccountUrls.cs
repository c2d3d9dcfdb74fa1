using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Account;

/// <summary>The addresses of the account pages, built in one place.</summary>
public static class AccountUrls
{
    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Where the sign-out form posts to.</summary>
    public const string SignOut = "/account/sign-out";

    /// <summary>Answers whether the browser is still signed in.</summary>
    public const string Session = "/account/session";

    /// <summary>The page where a person chooses a new password.</summary>
    public const string ChangePassword = "/account/change-password";

    /// <summary>The page where a person sets up an authenticator.</summary>
    public const string Authenticator = "/account/authenticator";

    /// <summary>The page of a signed-in person: their name, their areas.</summary>
    public const string StaffHome = "/start";

    /// <summary>The query parameter that says where to go after signing in.</summary>
    public const string ReturnUrlParameter = "returnUrl";

    /// <summary>The sign-in page that leads back to a page of this portal.</summary>
    public static string SignInAndReturnTo(string path) =>
        LocalUrl.IsLocal(path) && path != "/"
            ? $"{SignIn}?{ReturnUrlParameter}={Uri.EscapeDataString(path)}"
            : SignIn;
}
