using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security.Identity;

/// <summary>What came of showing once more who one is.</summary>
public enum StepUpAnswer
{
    /// <summary>It is right; decisions are possible for a while.</summary>
    Confirmed = 0,

    /// <summary>It is wrong.</summary>
    Wrong = 1,

    /// <summary>Too many wrong tries; the account is locked for a while.</summary>
    LockedOut = 2,
}

/// <summary>
/// Remembers who has shown lately who they are, where settings ask for that before a decision: in one sign-in, on this node, for
/// minutes. The pages of a sign-in are all on one node, since a circuit is.
/// </summary>
/// <param name="scopes">A scope for the account store.</param>
/// <param name="settings">What is asked for, and how long it holds.</param>
/// <param name="clock">Clock.</param>
public sealed class StepUp(IServiceScopeFactory scopes, ApprovalSettings settings, TimeProvider clock) : IDecisionAssurance
{
    private const int CodeLength = 6;

    // Longer than any code is good for.
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _confirmed = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Account, string Code), DateTimeOffset> _usedCodes = [];

    private TimeSpan Lifetime => TimeSpan.FromMinutes(Math.Clamp(settings.StepUpMinutes, 1, 60));

    /// <inheritdoc />
    public Refusal? Refuse(Actor actor) =>
        settings.StepUp == StepUpMode.Off || (actor.SignIn is { } signIn && _confirmed.TryGetValue(signIn, out DateTimeOffset at) && clock.GetUtcNow() - at < Lifetime)
            ? null
            : new NotAllowed(RefusalCode.StepUpRequired);

    /// <summary>Whether a person is asked for a code of the authenticator, and not for the password.</summary>
    public async Task<bool> AsksForCodeAsync(Actor actor)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        return await users.FindByIdAsync(actor.Id) is { } account && await AsksForCodeAsync(users, account);
    }

    /// <summary>Takes the password or the code. Wrong ones count like those at the sign-in.</summary>
    /// <param name="actor">Who shows it.</param>
    /// <param name="proof">The password, or the code.</param>
    public async Task<StepUpAnswer> ConfirmAsync(Actor actor, string proof)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        if (actor.SignIn is not { } signIn || await users.FindByIdAsync(actor.Id) is not { Disabled: false } account)
        {
            return StepUpAnswer.Wrong;
        }

        if (await users.IsLockedOutAsync(account))
        {
            return StepUpAnswer.LockedOut;
        }

        bool isRight = await AsksForCodeAsync(users, account)
            ? await IsFreshCodeAsync(users, account, AuthenticatorEnrolment.Bare(proof))
            : await users.CheckPasswordAsync(account, proof);
        if (!isRight)
        {
            await users.AccessFailedAsync(account);
            return await users.IsLockedOutAsync(account) ? StepUpAnswer.LockedOut : StepUpAnswer.Wrong;
        }

        await users.ResetAccessFailedCountAsync(account);
        Remember(signIn);
        return StepUpAnswer.Confirmed;
    }

    // Who has no authenticator yet is asked for the password.
    private async Task<bool> AsksForCodeAsync(UserManager<StaffAccount> users, StaffAccount account) =>
        settings.StepUp == StepUpMode.SecondFactor && await AuthenticatorEnrolment.IsEnrolledAsync(users, account);

    // A code is good for some minutes; who looked over a shoulder must not use it again, in no spelling and not at the same moment.
    private async Task<bool> IsFreshCodeAsync(UserManager<StaffAccount> users, StaffAccount account, string code) =>
        code.Length == CodeLength && code.All(char.IsAsciiDigit)
        && await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
        && _usedCodes.TryAdd((account.Id, code), clock.GetUtcNow());

    private void Remember(string signIn)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Forget(_confirmed, now - Lifetime);
        Forget(_usedCodes, now - CodeLifetime);
        _confirmed[signIn] = now;
    }

    private static void Forget<TKey>(ConcurrentDictionary<TKey, DateTimeOffset> entries, DateTimeOffset before)
        where TKey : notnull
    {
        foreach ((TKey known, DateTimeOffset at) in entries)
        {
            if (at <= before)
            {
                entries.TryRemove(known, out _);
            }
        }
    }
}
