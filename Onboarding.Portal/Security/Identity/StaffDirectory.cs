using System.Data;
using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security.Identity;

/// <summary>
/// What an administrator does with staff accounts. Each call runs in a scope of its own, since a circuit lives for hours
/// and its context would not see what others changed.
/// </summary>
/// <param name="scopes">A scope for each call.</param>
/// <param name="demo">Whether demo accounts can sign in, and so count as administrators.</param>
/// <param name="clock">Says whether a lockout has passed.</param>
public sealed class StaffDirectory(IServiceScopeFactory scopes, DemoMode demo, TimeProvider clock)
{
    /// <summary>Every account, by name.</summary>
    public async Task<IReadOnlyList<StaffRow>> ListAsync(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        StaffIdentityContext context = scope.ServiceProvider.GetRequiredService<StaffIdentityContext>();
        List<StaffAccount> accounts = await context.Users.AsNoTracking()
            .OrderBy(account => account.DisplayName).ThenBy(account => account.UserName).ToListAsync(cancellation);
        ILookup<string, string?> roles = (await context.UserRoles
                .Join(context.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
                .ToListAsync(cancellation))
            .ToLookup(link => link.UserId, link => link.Name, StringComparer.Ordinal);
        DateTimeOffset now = clock.GetUtcNow();
        return [.. accounts.Select(account => new StaffRow(
            account.Id,
            account.UserName ?? "",
            account.DisplayName,
            [.. StaffRoles.All.Where(role => roles[account.Id].Contains(StaffRoles.Name(role)))],
            account.Disabled,
            account.LockoutEnd > now,
            account.MustChangePassword,
            account.IsDemo))];
    }

    /// <summary>Makes an account with a one-time password.</summary>
    public async Task<StaffPasswordAnswer> CreateAsync(string userName, string displayName, IReadOnlyCollection<ActorRole> roles)
    {
        string password = OneTimePassword.Create();
        StaffAccountProblem? problem = await CreateAsync(userName, displayName, roles, password, mustChangePassword: true);
        return new StaffPasswordAnswer(problem, problem is null ? password : null);
    }

    /// <summary>Makes an account with a given password: for the command line, where the person types it.</summary>
    public async Task<StaffAccountProblem?> CreateAsync(
        string userName,
        string displayName,
        IReadOnlyCollection<ActorRole> roles,
        string password,
        bool mustChangePassword)
    {
        string name = displayName.Trim();
        if (name.Length is 0 or > StaffAccount.DisplayNameLength)
        {
            return StaffAccountProblem.DisplayNameInvalid;
        }

        if (userName.Trim().Length is 0 or > StaffAccount.UserNameLength)
        {
            return StaffAccountProblem.UserNameInvalid;
        }

        if (roles.Count == 0)
        {
            return StaffAccountProblem.RoleMissing;
        }

        StaffAccount account = new() { UserName = userName.Trim(), DisplayName = name, MustChangePassword = mustChangePassword };
        return await ChangeAsync(async users =>
        {
            IdentityResult created = await users.CreateAsync(account, password);
            return created.Succeeded ? await users.AddToRolesAsync(account, roles.Select(StaffRoles.Name)) : created;
        });
    }

    /// <summary>Gives an account exactly these roles; the person signs in again.</summary>
    /// <param name="actorId">Who changes it.</param>
    /// <param name="accountId">Whose roles.</param>
    /// <param name="roles">The roles from now on.</param>
    public Task<StaffAccountProblem?> SetRolesAsync(string actorId, string accountId, IReadOnlyCollection<ActorRole> roles)
    {
        bool keepsAdministrator = roles.Contains(ActorRole.Administrator);
        return roles.Count == 0
            ? Task.FromResult<StaffAccountProblem?>(StaffAccountProblem.RoleMissing)
            : ChangeAsync(accountId, async (users, account) =>
            {
                string administrator = StaffRoles.Name(ActorRole.Administrator);
                if (!keepsAdministrator && await users.IsInRoleAsync(account, administrator))
                {
                    StaffAccountProblem? refusal = actorId == accountId
                        ? StaffAccountProblem.OwnAdministratorRole
                        : await WhenLastAdministratorAsync(users, account);
                    if (refusal is not null)
                    {
                        return refusal;
                    }
                }

                string[] wanted = [.. roles.Select(StaffRoles.Name)];
                IList<string> present = await users.GetRolesAsync(account);
                (await users.RemoveFromRolesAsync(account, present.Except(wanted))).OrThrow();
                (await users.AddToRolesAsync(account, wanted.Except(present))).OrThrow();
                return Problem(await users.UpdateSecurityStampAsync(account));
            });
    }

    /// <summary>Disables an account, or lets it sign in again.</summary>
    public Task<StaffAccountProblem?> SetDisabledAsync(string actorId, string accountId, bool disabled) =>
        disabled && actorId == accountId
            ? Task.FromResult<StaffAccountProblem?>(StaffAccountProblem.OwnAccount)
            : ChangeAsync(accountId, async (users, account) =>
            {
                if (disabled && await WhenLastAdministratorAsync(users, account) is { } refusal)
                {
                    return refusal;
                }

                account.Disabled = disabled;
                return Problem(await users.UpdateSecurityStampAsync(account));
            });

    /// <summary>Replaces a password by a one-time one, forgets the authenticator, ends a lockout and every open session.</summary>
    public async Task<StaffPasswordAnswer> ResetPasswordAsync(string accountId)
    {
        string password = OneTimePassword.Create();
        StaffAccountProblem? problem = await ChangeAsync(accountId, async (users, account) =>
        {
            account.MustChangePassword = true;
            (await users.RemovePasswordAsync(account)).OrThrow();
            (await users.AddPasswordAsync(account, password)).OrThrow();
            await AuthenticatorEnrolment.ForgetAsync(users, account);
            (await users.SetLockoutEndDateAsync(account, lockoutEnd: null)).OrThrow();
            return Problem(await users.ResetAccessFailedCountAsync(account));
        });
        return new StaffPasswordAnswer(problem, problem is null ? password : null);
    }

    private Task<StaffAccountProblem?> ChangeAsync(
        string accountId,
        Func<UserManager<StaffAccount>, StaffAccount, Task<StaffAccountProblem?>> change) =>
        InTransactionAsync(async users => await users.FindByIdAsync(accountId) is { } account
            ? await change(users, account)
            : StaffAccountProblem.NotFound);

    private Task<StaffAccountProblem?> ChangeAsync(Func<UserManager<StaffAccount>, Task<IdentityResult>> change) =>
        InTransactionAsync(async users => Problem(await change(users)));

    // Serializable, so that two administrators who disable each other at the same moment cannot both succeed.
    private async Task<StaffAccountProblem?> InTransactionAsync(
        Func<UserManager<StaffAccount>, Task<StaffAccountProblem?>> change)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        StaffIdentityContext context = scope.ServiceProvider.GetRequiredService<StaffIdentityContext>();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        await using IDbContextTransaction transaction =
            await context.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        try
        {
            StaffAccountProblem? problem = await change(users);
            if (problem is null)
            {
                await transaction.CommitAsync();
            }

            return problem;
        }
        catch (Exception failure) when (HasLostRace(failure))
        {
            return StaffAccountProblem.Conflict;
        }
    }

    // The database lets one of two changes that bear on each other win; EF wraps its word in exceptions of its own.
    private static bool HasLostRace(Exception? failure) =>
        failure is DbException { IsTransient: true } || (failure is not null && HasLostRace(failure.InnerException));

    private async Task<StaffAccountProblem?> WhenLastAdministratorAsync(UserManager<StaffAccount> users, StaffAccount account)
    {
        IList<StaffAccount> administrators = await users.GetUsersInRoleAsync(StaffRoles.Name(ActorRole.Administrator));
        return administrators.Any(one => one.Id == account.Id)
            && administrators.All(one => one.Id == account.Id || one.Disabled || (one.IsDemo && !demo.IsEnabled))
            ? StaffAccountProblem.LastAdministrator
            : null;
    }

    /// <summary>The refusal that a code of the account store stands for; null on success.</summary>
    internal static StaffAccountProblem? Problem(IdentityResult result) =>
        result.Succeeded
            ? null
            : result.Errors.First().Code switch
            {
                nameof(IdentityErrorDescriber.DuplicateUserName) => StaffAccountProblem.UserNameTaken,
                nameof(IdentityErrorDescriber.InvalidUserName) => StaffAccountProblem.UserNameInvalid,
                nameof(IdentityErrorDescriber.PasswordMismatch) => StaffAccountProblem.PasswordWrong,
                nameof(IdentityErrorDescriber.PasswordTooShort) => StaffAccountProblem.PasswordTooWeak,
                nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => StaffAccountProblem.PasswordTooWeak,
                _ => StaffAccountProblem.Conflict,
            };
}
