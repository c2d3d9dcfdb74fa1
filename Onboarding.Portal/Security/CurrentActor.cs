using Microsoft.AspNetCore.Components.Authorization;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security;

/// <summary>The signed-in person as the core's actor, for components, in a circuit or on a static page.</summary>
/// <param name="authentication">Who is signed in; the circuit's own asks the account again each time.</param>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>
    /// The actor as of now: ask for each use case, since roles can change while a page is open. Somebody whose session has
    /// just ended is <see cref="Actor.Nobody"/>: the core refuses, and the page leads to the sign-in.
    /// </summary>
    public async Task<Actor> GetAsync()
    {
        AuthenticationState state = await authentication.GetAuthenticationStateAsync();
        return state.User.Identity?.IsAuthenticated == true ? state.User.ToActor() : Actor.Nobody;
    }
}
