using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Onboarding.Core.Time;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Decides who may sign in, and who may stay signed in.</summary>
public sealed class StaffSignInManager(
    UserManager<StaffAccount> userManager,
    IHttpContextAccessor contextAccessor,
    IUserClaimsPrincipalFactory<StaffAccount> claimsFactory,
    IOptions<IdentityOptions> optionsAccessor,
    ILogger<SignInManager<StaffAccount>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffAccount> confirmation,
    DemoMode demo,
    EndedSessions ended,
    TimeProvider clock)
    : SignInManager<StaffAccount>(
        userManager, contextAccessor, claimsFactory, optionsAccessor, logger, schemes, confirmation)
{
    /// <summary>Not a disabled account, and a demo account only in demo mode.</summary>
    public override async Task<bool> CanSignInAsync(StaffAccount user) =>
        !user.Disabled && (!user.IsDemo || demo.IsEnabled) && await base.CanSignInAsync(user);

    /// <summary>
    /// Asked every minute for each cookie and each circuit: a changed password, changed roles or a disabled account end a
    /// session, and so does the end of demo mode.
    /// </summary>
    public override async Task<StaffAccount?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } user && await CanSignInAsync(user) ? user : null;

    /// <summary>
    /// Signs in with a password. Every refusal takes a password check's time and looks the same, so that nobody learns
    /// which accounts exist, which are locked and which are disabled.
    /// </summary>
    /// <returns>The account, signed in; or null.</returns>
    public async Task<StaffAccount?> SignInWithPasswordAsync(string userName, string password)
    {
        StaffAccount? account = await UserManager.FindByNameAsync(userName);
        if (account is null || !await CanSignInAsync(account) || await UserManager.IsLockedOutAsync(account))
        {
            SpendPasswordCheck(password);
            return null;
        }

        SignInResult result = await CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            return null;
        }

        await SignInAsync(account, isPersistent: false);
        return account;
    }

    /// <summary>
    /// Ends the session, in every tab of the browser. The base class would also end sessions of other kinds, which are not
    /// registered here.
    /// </summary>
    public override Task SignOutAsync()
    {
        // After the answer: the tab that signs out is on its way to it, and must not be led elsewhere meanwhile.
        ClaimsPrincipal person = Context.User;
        Context.Response.OnCompleted(() =>
        {
            ended.End(person);
            return Task.CompletedTask;
        });
        return Context.SignOutAsync(AuthenticationScheme);
    }

    /// <summary>Each sign-in is a session of its own, so that one can be ended without the others.</summary>
    public override Task SignInWithClaimsAsync(StaffAccount user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Append(new Claim(StaffClaims.Session, SequentialId.New(clock).ToString("N"))));

    private void SpendPasswordCheck(string password) =>
        UserManager.PasswordHasher.HashPassword(new StaffAccount(), password);
}
