using Microsoft.AspNetCore.Components.Authorization;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security;

/// <summary>The signed-in person as the core's actor, for components, in a circuit or on a static page.</summary>
/// <param name="authentication">The state that the circuit revalidates every minute.</param>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>The actor as of now: ask for each use case, since roles can change while a page is open.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<Actor> GetAsync()
    {
        AuthenticationState state = await authentication.GetAuthenticationStateAsync();
        return state.User.ToActor();
    }
}
