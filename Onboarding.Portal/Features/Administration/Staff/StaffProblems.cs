using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Features.Administration.Staff;

/// <summary>The sentence for each refused change of an account.</summary>
internal static class StaffProblems
{
    /// <summary>The refusal in the visitor's language.</summary>
    public static string Sentence(this StaffAccountProblem problem) => problem switch
    {
        StaffAccountProblem.NotFound => StaffText.ProblemNotFound,
        StaffAccountProblem.UserNameTaken => StaffText.ProblemUserNameTaken,
        StaffAccountProblem.UserNameInvalid => StaffText.ProblemUserNameInvalid,
        StaffAccountProblem.DisplayNameInvalid => StaffText.ProblemDisplayNameInvalid,
        StaffAccountProblem.RoleMissing => StaffText.ProblemRoleMissing,
        StaffAccountProblem.OwnAdministratorRole => StaffText.ProblemOwnAdministratorRole,
        StaffAccountProblem.OwnAccount => StaffText.ProblemOwnAccount,
        StaffAccountProblem.LastAdministrator => StaffText.ProblemLastAdministrator,
        StaffAccountProblem.PasswordWrong or StaffAccountProblem.PasswordTooWeak => StaffText.ProblemPassword,
        StaffAccountProblem.Conflict => StaffText.ProblemConflict,
    };
}
