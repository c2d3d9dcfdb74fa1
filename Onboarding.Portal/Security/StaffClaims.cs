using System.Collections.Frozen;
using System.Security.Claims;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security;

/// <summary>What a signed-in person's claims say, read in one place.</summary>
public static class StaffClaims
{
    /// <summary>The claim with the name that is shown and kept in the audit trail.</summary>
    public const string DisplayName = "onboarding:display_name";

    /// <summary>The claim of a person who has to choose a password before anything else.</summary>
    public const string PasswordChange = "onboarding:password_change";

    /// <summary>The claim with the id of the session: one sign-in in one browser.</summary>
    public const string Session = "onboarding:session";

    /// <summary>The origin of what is done through these pages, in the audit trail.</summary>
    public const string PortalOrigin = "portal";

    /// <summary>The name to show; empty for somebody who is not signed in.</summary>
    public static string ShownName(this ClaimsPrincipal person) =>
        person.FindFirstValue(DisplayName) ?? person.Identity?.Name ?? "";

    /// <summary>Whether the person signed in with a one-time password and has not replaced it yet.</summary>
    public static bool MustChangePassword(this ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == PasswordChange);

    /// <summary>The person as the core's actor, for endpoints and hubs; components take <see cref="CurrentActor"/>.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the caller lacks a policy.</exception>
    public static Actor ToActor(this ClaimsPrincipal person)
    {
        string id = person.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("Nobody is signed in here; the page or endpoint lacks a policy.");
        return new Actor(id, person.ShownName(), StaffRoles.Of(person).ToFrozenSet(), PortalOrigin) { SignIn = person.FindFirstValue(Session) };
    }
}
