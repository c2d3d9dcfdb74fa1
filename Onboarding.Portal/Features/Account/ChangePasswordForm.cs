namespace Onboarding.Portal.Features.Account;

/// <summary>What the change-of-password form sends. None of it is ever sent back.</summary>
public sealed class ChangePasswordForm
{
    /// <summary>The password as it is.</summary>
    public string? Current { get; set; }

    /// <summary>The password as it shall be.</summary>
    public string? New { get; set; }

    /// <summary>The same again.</summary>
    public string? Repeated { get; set; }

    /// <summary>All three are filled in and no longer than a password may be.</summary>
    public bool IsComplete => IsPassword(Current) && IsPassword(New) && IsPassword(Repeated);

    private static bool IsPassword(string? text) => text is { Length: > 0 and <= SignInForm.PasswordLength };
}
