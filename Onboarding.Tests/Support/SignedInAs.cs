using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;

namespace Onboarding.Tests.Support;

/// <summary>Lets a component believe that a person of the tests is signed in.</summary>
public sealed class SignedInAs(Actor actor) : AuthenticationStateProvider
{
    /// <inheritdoc />
    public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
        Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, actor.Id),
                new Claim(StaffClaims.DisplayName, actor.Name),
                .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, StaffRoles.Name(role))),
            ],
            authenticationType: "test"))));
}
