using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;

namespace Onboarding.Core.Persistence;

/// <summary>
/// The one write path: a transaction that is saved and committed when its work says done, and left without a trace
/// when it refuses. Notices go out after the commit and only from here, so that no use case can forget them.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="changes">Takes the notices.</param>
/// <param name="crm">Whether changes of customers go to an external CRM: the message is written here, so that no use case can forget that either.</param>
public sealed class UnitOfWork(OnboardingContextFactory contexts, IChangePublisher changes, CrmRules crm) : IDisposable
{
    // SQLite has one writer. Waiting here, in order, is fair and cheap; waiting in the database is neither.
    private readonly SemaphoreSlim? _singleWriter =
        contexts.Settings.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Runs one write. The work changes what it loaded from the scope's context and says what came of it.</summary>
    /// <param name="work">Returns done to commit, a refusal to leave everything as it was.</param>
    /// <param name="cancellationToken">Cancels until the commit begins.</param>
    /// <returns>What the work returned, or a version conflict when somebody else was faster.</returns>
    public async Task<Result<T>> WriteAsync<T>(Func<WriteScope, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        if (_singleWriter is not null)
        {
            await _singleWriter.WaitAsync(cancellationToken);
        }

        WriteScope scope;
        Result<T> result;
        try
        {
            await using var context = contexts.CreateDbContext();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            scope = new WriteScope(context);
            result = await work(scope);
            if (!result.IsDone)
            {
                return result;
            }

            foreach (var customer in crm.IsOn ? scope.ChangedCustomers : [])
            {
                await CrmQueue.PutAsync(context, customer.Customer.Id, customer.Customer.Number, overwrites: false, customer.Now, customer.NewId, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);

            // From here on the outcome must be known to the caller: a cancelled commit would be neither done nor refused.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception failure) when (WriteClash.Is(failure))
        {
            return new Conflict(RefusalCode.VersionConflict);
        }
        finally
        {
            _singleWriter?.Release();
        }

        foreach (var change in scope.Changes)
        {
            changes.Publish(change);
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _singleWriter?.Dispose();
}
