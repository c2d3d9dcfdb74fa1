using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Onboarding.Core.Results;

namespace Onboarding.Core.Persistence;

/// <summary>
/// One transaction of SQLite for several writes that came at the same time, one after the other, each with a context of its own, and behind a savepoint
/// of its own where another came before it: one that refuses or fails takes nothing of the others with it.
/// </summary>
internal sealed class SharedCommit
{
    private const string BeforeWrite = "before_write";

    private readonly OnboardingContextFactory _contexts;
    private readonly OnboardingContext _owner;
    private readonly DbTransaction _transaction;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isGivenUp;

    private SharedCommit(OnboardingContextFactory contexts, OnboardingContext owner, DbTransaction transaction) =>
        (_contexts, _owner, _transaction) = (contexts, owner, transaction);

    /// <summary>How many writes it has taken, done or not.</summary>
    public int Count { get; private set; }

    /// <summary>True when nothing more can be written in it, because the transaction is gone or is to go.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Completes when everything is on the disk, and fails when it is not.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Begins a transaction.</summary>
    public static async Task<SharedCommit> BeginAsync(OnboardingContextFactory contexts, CancellationToken cancellationToken)
    {
        var owner = contexts.CreateDbContext();
        owner.Database.AutoSavepointsEnabled = false;
        try
        {
            var transaction = await owner.Database.BeginTransactionAsync(cancellationToken);
            return new SharedCommit(contexts, owner, transaction.GetDbTransaction());
        }
        catch
        {
            await owner.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one write in it; what it changed stays only when it says done.</summary>
    public async Task<Result<T>> RunAsync<T>(Func<OnboardingContext, Task<Result<T>>> write)
    {
        if (Count++ == 0)
        {
            return await RunFirstAsync(write);
        }

        await using var context = _contexts.CreateDbContext();
        context.Database.SetDbConnection(_owner.Database.GetDbConnection());
        context.Database.AutoSavepointsEnabled = false;
        await context.Database.UseTransactionAsync(_transaction);
        await _transaction.SaveAsync(BeforeWrite);
        var isDone = false;
        try
        {
            var result = await write(context);
            isDone = result.IsDone;
            return result;
        }
        finally
        {
            await LeaveAsync(isDone);
        }
    }

    /// <summary>Commits, tells all who wait for it, and lets go of the connection. Does not throw: who waits learns what went wrong.</summary>
    public async Task EndAsync()
    {
        try
        {
            if (_isGivenUp)
            {
                throw new InvalidOperationException("The database gave up a transaction that several writes shared.");
            }

            // Not cancelled by anybody: a cancelled commit would be neither done nor refused.
            await (IsOver ? Task.CompletedTask : _transaction.CommitAsync());
            _ended.SetResult();
        }
#pragma warning disable CA1031 // Whatever it was, it is the failure of every write that waits here, and goes on in each of them.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _ended.SetException(failure);
            _ = _ended.Task.Exception;
        }
        finally
        {
            await _owner.DisposeAsync();
        }
    }

    // Most often there is no other. It has nobody before it, so when it fails the whole transaction goes, and others begin anew.
    private async Task<Result<T>> RunFirstAsync<T>(Func<OnboardingContext, Task<Result<T>>> write)
    {
        IsOver = true;
        var result = await write(_owner);
        IsOver = !result.IsDone;
        return result;
    }

    private async Task LeaveAsync(bool isDone)
    {
        try
        {
            if (!isDone)
            {
                await _transaction.RollbackAsync(BeforeWrite);
            }

            await _transaction.ReleaseAsync(BeforeWrite);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            // There is no savepoint any more: the failure that is on its way to the caller took the whole transaction with it, as it does when the disk is full.
            IsOver = _isGivenUp = true;
        }
    }
}
