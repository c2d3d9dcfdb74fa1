using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

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
    DemoMode demo)
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

    /// <summary>Ends the session. The base class would also end sessions of other kinds, which are not registered here.</summary>
    public override Task SignOutAsync() => Context.SignOutAsync(AuthenticationScheme);

    private void SpendPasswordCheck(string password) =>
        UserManager.PasswordHasher.HashPassword(new StaffAccount(), password);
}
