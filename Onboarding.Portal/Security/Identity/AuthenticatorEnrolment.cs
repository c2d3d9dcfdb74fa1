using Microsoft.AspNetCore.Identity;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// A person's authenticator (TOTP): set up once with the password and a first code, and forgotten with the password that an
/// administrator resets. Nobody replaces it by themselves, or it would prove no more than the password does.
/// </summary>
/// <param name="scopes">A scope for the account store.</param>
public sealed class AuthenticatorEnrolment(IServiceScopeFactory scopes)
{
    // Where the framework's store keeps the key. Its own method for that also ends every session of the person.
    private const string StoreProvider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";
    private const string OwnProvider = "Onboarding";
    private const string ConfirmedName = "AuthenticatorConfirmed";

    /// <summary>Whether the person has one.</summary>
    public async Task<bool> IsEnrolledAsync(Actor actor)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        return await users.FindByIdAsync(actor.Id) is { } account && await IsEnrolledAsync(users, account);
    }

    /// <summary>Begins: a new key for the app. Null when the password is wrong, the account is locked, or there is an authenticator already.</summary>
    public async Task<string?> BeginAsync(Actor actor, string password)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        if (await users.FindByIdAsync(actor.Id) is not { Disabled: false } account || await users.IsLockedOutAsync(account) || await IsEnrolledAsync(users, account))
        {
            return null;
        }

        if (!await users.CheckPasswordAsync(account, password))
        {
            await users.AccessFailedAsync(account);
            return null;
        }

        string key = users.GenerateNewAuthenticatorKey();
        await users.SetAuthenticationTokenAsync(account, StoreProvider, KeyName, key);
        return key;
    }

    /// <summary>Ends with a first code of the app; false when it is wrong.</summary>
    public async Task<bool> ConfirmAsync(Actor actor, string code)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        if (await users.FindByIdAsync(actor.Id) is not { Disabled: false } account || await users.IsLockedOutAsync(account))
        {
            return false;
        }

        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, Bare(code)))
        {
            await users.AccessFailedAsync(account);
            return false;
        }

        return (await users.SetAuthenticationTokenAsync(account, OwnProvider, ConfirmedName, bool.TrueString)).Succeeded;
    }

    /// <summary>A code as people type it, without spaces.</summary>
    internal static string Bare(string code) => code.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Whether an account has one.</summary>
    internal static async Task<bool> IsEnrolledAsync(UserManager<StaffAccount> users, StaffAccount account) =>
        await users.GetAuthenticationTokenAsync(account, OwnProvider, ConfirmedName) is not null;

    /// <summary>Forgets the authenticator of an account.</summary>
    internal static async Task ForgetAsync(UserManager<StaffAccount> users, StaffAccount account)
    {
        await users.RemoveAuthenticationTokenAsync(account, OwnProvider, ConfirmedName);
        await users.RemoveAuthenticationTokenAsync(account, StoreProvider, KeyName);
    }
}
