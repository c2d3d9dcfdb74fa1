using Microsoft.AspNetCore.Components.Authorization;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security;

/// <summary>The signed-in person as the core's actor, for components, in a circuit or on a static page.</summary>
/// <param name="authentication">Who is signed in; the circuit's own asks the account again each time.</param>
/// <param name="clock">Clock.</param>
public sealed class CurrentActor(AuthenticationStateProvider authentication, TimeProvider clock)
{
    /// <summary>How long an answer is good enough for showing what changes.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private (Actor Actor, long At)? _recent;

    /// <summary>
    /// The actor as of now: ask for each use case, since roles can change while a page is open. Somebody whose session has
    /// just ended is <see cref="Actor.Nobody"/>: the core refuses, and the page leads to the sign-in.
    /// </summary>
    public async Task<Actor> GetAsync()
    {
        AuthenticationState state = await authentication.GetAuthenticationStateAsync();
        Actor actor = state.User.Identity?.IsAuthenticated == true ? state.User.ToActor() : Actor.Nobody;
        _recent = (actor, clock.GetTimestamp());
        return actor;
    }

    /// <summary>
    /// The actor as of a few seconds ago at most, for bringing what an open page shows up to date, which happens many times a second. Whatever is
    /// done asks <see cref="GetAsync"/>.
    /// </summary>
    public async ValueTask<Actor> GetRecentAsync() =>
        _recent is { } recent && clock.GetElapsedTime(recent.At) < Freshness ? recent.Actor : await GetAsync();
}
