using Microsoft.AspNetCore.Identity;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// The account of a member of staff. It is never deleted: the audit trail names it. Who leaves is disabled.
/// </summary>
public sealed class StaffAccount : IdentityUser
{
    /// <summary>The longest display name, in characters.</summary>
    public const int DisplayNameLength = 100;

    /// <summary>The longest user name, in characters.</summary>
    public const int UserNameLength = 64;

    /// <summary>The name that colleagues see and that the audit trail keeps.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The password is a one-time one; until it is replaced only the account pages open.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The person cannot sign in; open sessions end within a minute.</summary>
    public bool Disabled { get; set; }

    /// <summary>Made by demo mode with a password that everybody knows: it signs in in demo mode only.</summary>
    public bool IsDemo { get; set; }
}
