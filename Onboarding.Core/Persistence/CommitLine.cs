using Onboarding.Core.Results;

namespace Onboarding.Core.Persistence;

/// <summary>
/// Where writes are committed. On PostgreSQL each has a transaction of its own, and the server flushes those that commit at the same moment together.
/// SQLite has one writer, so writes take turns here, in the order in which they came: waiting here is fair and cheap, waiting in the database is
/// neither. While others wait, a write that is ready leaves its commit to the next one, so that a crowd pays for one flush to the disk; nobody is told
/// that something is done before it is on the disk.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
internal sealed class CommitLine(OnboardingContextFactory contexts) : IDisposable
{
    /// <summary>More writes than this do not share a commit: the first of them has waited long enough.</summary>
    public const int MostTogether = 16;

    private readonly SemaphoreSlim? _turn = contexts.Settings.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;
    private int _waiting;
    private SharedCommit? _open;

    /// <summary>Runs one write. It is on the disk when this returns done, and has left no trace when this returns a refusal or throws.</summary>
    /// <param name="write">Saves what it changed when it says done.</param>
    /// <param name="cancellationToken">Cancels until the commit begins.</param>
    public Task<Result<T>> WriteAsync<T>(Func<OnboardingContext, Task<Result<T>>> write, CancellationToken cancellationToken) =>
        _turn is null ? AloneAsync(write, cancellationToken) : TogetherAsync(_turn, write, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _turn?.Dispose();

    private async Task<Result<T>> AloneAsync<T>(Func<OnboardingContext, Task<Result<T>>> write, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();

        // What fails is rolled back as a whole: a savepoint before each saving would be two questions more.
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await write(context);
        if (result.IsDone)
        {
            // From here on the outcome must be known to the caller: a cancelled commit would be neither done nor refused.
            await transaction.CommitAsync(CancellationToken.None);
        }

        return result;
    }

    private async Task<Result<T>> TogetherAsync<T>(SemaphoreSlim turn, Func<OnboardingContext, Task<Result<T>>> write, CancellationToken cancellationToken)
    {
        // Whoever is counted here does come: those before rely on it to commit. So waiting is not cancelled; the write is.
        Interlocked.Increment(ref _waiting);
        await turn.WaitAsync(CancellationToken.None);
        Interlocked.Decrement(ref _waiting);
        SharedCommit shared;
        Result<T> result;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            shared = _open ??= await SharedCommit.BeginAsync(contexts, cancellationToken);
            result = await shared.RunAsync(write);
        }
        finally
        {
            await EndIfDueAsync();
            turn.Release();
        }

        // Also a refusal: it may have been decided by what another write of the same commit changed.
        await shared.Ended;
        return result;
    }

    private async Task EndIfDueAsync()
    {
        if (_open is { } shared && (Volatile.Read(ref _waiting) == 0 || shared.Count >= MostTogether || shared.IsOver))
        {
            _open = null;
            await shared.EndAsync();
        }
    }
}
