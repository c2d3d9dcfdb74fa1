using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Asks every minute whether the person behind an open page may stay signed in; a cookie is only asked at requests.</summary>
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;

    public CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes)
        : base(loggers) =>
        _scopes = scopes;

    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => StaffIdentity.RevalidationInterval;

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
