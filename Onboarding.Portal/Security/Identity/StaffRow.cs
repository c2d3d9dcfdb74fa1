using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security.Identity;

/// <summary>A staff account as the administration page lists it.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="UserName">What is typed at sign-in.</param>
/// <param name="DisplayName">What colleagues see.</param>
/// <param name="Roles">The roles, in the order of the SOP.</param>
/// <param name="IsDisabled">The person cannot sign in.</param>
/// <param name="IsLocked">Too many wrong passwords; passes by itself.</param>
/// <param name="MustChangePassword">The one-time password has not been replaced yet.</param>
/// <param name="IsDemo">An account of demo mode.</param>
public sealed record StaffRow(
    string Id,
    string UserName,
    string DisplayName,
    IReadOnlyList<ActorRole> Roles,
    bool IsDisabled,
    bool IsLocked,
    bool MustChangePassword,
    bool IsDemo);
