namespace Onboarding.Portal.Security.Identity;

/// <summary>Why a change to a staff account was refused. The page has a sentence for each.</summary>
public enum StaffAccountProblem
{
    /// <summary>There is no such account (any more).</summary>
    NotFound = 0,

    /// <summary>Another account has this user name.</summary>
    UserNameTaken = 1,

    /// <summary>The user name is empty, too long or holds characters other than letters, figures, dot, hyphen and underscore.</summary>
    UserNameInvalid = 2,

    /// <summary>The display name is empty or too long.</summary>
    DisplayNameInvalid = 3,

    /// <summary>No role was chosen.</summary>
    RoleMissing = 4,

    /// <summary>Nobody takes the administrator's role from themselves.</summary>
    OwnAdministratorRole = 5,

    /// <summary>Nobody disables their own account.</summary>
    OwnAccount = 6,

    /// <summary>The portal would be left without an administrator who can sign in.</summary>
    LastAdministrator = 7,

    /// <summary>The current password was wrong.</summary>
    PasswordWrong = 8,

    /// <summary>The new password is too short or too uniform.</summary>
    PasswordTooWeak = 9,

    /// <summary>Somebody else changed the account meanwhile.</summary>
    Conflict = 10,
}
