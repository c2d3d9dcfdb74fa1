using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// Asks at every action whether the person behind an open page may stay signed in, and every minute while nobody acts;
/// a cookie is only asked at requests.
/// </summary>
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;

    public CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes)
        : base(loggers) =>
        _scopes = scopes;

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

        AuthenticationState signedOut = new(new ClaimsPrincipal(new ClaimsIdentity()));
        SetAuthenticationState(Task.FromResult(signedOut));
        return signedOut;
    }

    /// <inheritdoc />
    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = _scopes.CreateAsyncScope();
        StaffSignInManager signIn = scope.ServiceProvider.GetRequiredService<StaffSignInManager>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
