using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Features.Account;

/// <summary>What the sign-in form sends. Anybody can send anything, so each length is bounded before the account store sees it.</summary>
public sealed class SignInForm
{
    /// <summary>The longest password that is looked at, in characters; hashing longer ones is work for nothing.</summary>
    public const int PasswordLength = 256;

    /// <summary>What was typed as the user name.</summary>
    public string? UserName { get; set; }

    /// <summary>What was typed as the password. It is never sent back.</summary>
    public string? Password { get; set; }

    /// <summary>Both fields are filled in and no longer than they may be.</summary>
    public bool IsComplete =>
        UserName is { Length: > 0 and <= StaffAccount.UserNameLength }
        && Password is { Length: > 0 and <= PasswordLength };
}
