using Onboarding.Core.Cases;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;

namespace Onboarding.Core.Persistence;

/// <summary>
/// The one write path: a transaction that is saved and committed when its work says done, and left without a trace
/// when it refuses. Notices go out after the commit and only from here, so that no use case can forget them.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="changes">Takes the notices.</param>
/// <param name="crm">Whether changes of customers go to an external CRM: the message is written here, so that no use case can forget that either.</param>
/// <param name="figures">Adds what the write changes in the figures of the dashboards, for the same reason.</param>
public sealed class UnitOfWork(OnboardingContextFactory contexts, IChangePublisher changes, CrmRules crm, FigureTracker figures) : IDisposable
{
    private readonly CommitLine _line = new(contexts);

    /// <summary>Runs one write. The work changes what it loaded from the scope's context and says what came of it.</summary>
    /// <param name="work">Returns done to commit, a refusal to leave everything as it was.</param>
    /// <param name="cancellationToken">Cancels until the commit begins.</param>
    /// <returns>What the work returned, or a version conflict when somebody else was faster.</returns>
    public async Task<Result<T>> WriteAsync<T>(Func<WriteScope, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        WriteScope? scope = null;
        Result<T> result;
        try
        {
            result = await _line.WriteAsync(
                async context =>
                {
                    scope = new WriteScope(context);
                    var done = await work(scope);
                    if (!done.IsDone)
                    {
                        return done;
                    }

                    foreach (var customer in crm.IsOn ? scope.ChangedCustomers : [])
                    {
                        await CrmQueue.PutAsync(context, customer.Customer.Id, customer.Customer.Number, overwrites: false, customer.Now, customer.NewId, cancellationToken);
                    }

                    await CaseWords.RenewAsync(context, scope.ChangedCases, cancellationToken);
                    await SearchKeys.RenewAsync(context, scope.ChangedCases, cancellationToken);

                    // Everything is as it will be saved, so it is compared once, and not again for every question to the tracker.
                    context.ChangeTracker.DetectChanges();
                    context.ChangeTracker.AutoDetectChangesEnabled = false;
                    figures.Track(context);
                    await context.SaveChangesAsync(cancellationToken);
                    return done;
                },
                cancellationToken);
        }
        catch (Exception failure) when (WriteClash.Is(failure))
        {
            return new Conflict(RefusalCode.VersionConflict);
        }

        foreach (var change in result.IsDone && scope is not null ? scope.Changes : [])
        {
            changes.Publish(change);
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
