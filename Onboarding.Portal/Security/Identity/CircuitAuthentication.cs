using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// Asks at every action whether the person behind an open page may stay signed in, and every minute while nobody acts;
/// a cookie is only asked at requests. A page whose session is ended in another tab leaves at once.
/// </summary>
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly EndedSessions _ended;

    public CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes, EndedSessions ended)
        : base(loggers)
    {
        _scopes = scopes;
        _ended = ended;
        _ended.Ended += LeaveWith;
    }

    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => StaffIdentity.RevalidationInterval;

    /// <summary>The person as the account stands now: whoever lost a role must not use it for the rest of the minute.</summary>
    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        AuthenticationState state = await base.GetAuthenticationStateAsync();
        if (state.User.Identity?.IsAuthenticated != true || await ValidateAuthenticationStateAsync(state, CancellationToken.None))
        {
            return state;
        }

        return SignOut();
    }

    /// <inheritdoc />
    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken)
    {
        if (_ended.IsEnded(authenticationState.User))
        {
            return false;
        }

        await using AsyncServiceScope scope = _scopes.CreateAsyncScope();
        StaffSignInManager signIn = scope.ServiceProvider.GetRequiredService<StaffSignInManager>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _ended.Ended -= LeaveWith;
        base.Dispose(disposing);
    }

    private AuthenticationState SignOut()
    {
        AuthenticationState signedOut = new(new ClaimsPrincipal(new ClaimsIdentity()));
        SetAuthenticationState(Task.FromResult(signedOut));
        return signedOut;
    }

    // Called by the request that signs out, from another tab: this one leaves at once and not at its next action.
    private void LeaveWith(object? sender, SessionEndedEventArgs ended) => _ = LeaveAsync(ended.Session);

    private async Task LeaveAsync(string session)
    {
        AuthenticationState state = await base.GetAuthenticationStateAsync();
        if (EndedSessions.SessionOf(state.User) == session)
        {
            SignOut();
        }
    }
}
