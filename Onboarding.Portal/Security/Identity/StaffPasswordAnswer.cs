namespace Onboarding.Portal.Security.Identity;

/// <summary>A new account, or the refusal to make it.</summary>
/// <param name="Problem">Null when the account was made.</param>
/// <param name="Password">The one-time password, to be shown once; null on refusal.</param>
public sealed record StaffPasswordAnswer(StaffAccountProblem? Problem, string? Password);
