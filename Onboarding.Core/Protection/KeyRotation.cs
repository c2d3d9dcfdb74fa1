using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Protection;

/// <summary>What a rotation did.</summary>
/// <param name="Renewed">Values that are under the active key now.</param>
/// <param name="Unreadable">Values that could not be opened and stay as they were; they are damaged, or their key is missing.</param>
public sealed record KeyRenewal(long Renewed, long Unreadable);

/// <summary>
/// Puts everything that an older master key protects under the active one: values of the database are encrypted anew, files keep
/// their own key and only its wrapping changes. It works in small batches, each committed, and looks for what is left, so it
/// can be interrupted anywhere and simply run again, beside a running portal.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="ring">The master keys.</param>
/// <param name="protector">Encrypts values anew.</param>
/// <param name="storage">Wraps the keys of files anew.</param>
/// <param name="clock">Clock.</param>
public sealed class KeyRotation(
    OnboardingContextFactory contexts, UnitOfWork unitOfWork, MasterKeyRing ring, PersonalDataProtector protector, IDocumentStorage storage, TimeProvider clock)
{
    private const int BatchSize = 200;

    // Longer than a running node needs to notice a new key, and than any write with the old one takes.
    private static readonly TimeSpan RetireAfter = 10 * MasterKeyRing.NoticedWithin;

    /// <summary>Makes a new master key the active one and notes it in the audit trail of the portal.</summary>
    /// <exception cref="MasterKeyException">The active key comes from the configuration, or the folder cannot be written.</exception>
    public async Task<MasterKeyId> BeginAsync(Actor actor, CancellationToken cancellationToken)
    {
        var id = ring.Rotate();
        await NoteAsync("Keys.Rotate", id, actor, cancellationToken);
        return id;
    }

    /// <summary>How many values and files are still under an older key; the audit trail, which stays under it, does not count.</summary>
    public async Task<long> CountLeftAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var active = ring.ActiveKeyId.ToString();
        long left = await context.Documents.CountAsync(document => document.KeyId != active, cancellationToken)
            + await context.PendingDocuments.CountAsync(document => document.KeyId != active, cancellationToken);
        foreach (var column in ProtectedColumn.All)
        {
            left += await ProtectedValues.CountAsync(context, column, ring.ActiveKeyId, cancellationToken);
        }

        return left;
    }

    /// <summary>Puts all of it under the active key.</summary>
    /// <param name="progress">Told how many are done after each batch.</param>
    /// <param name="cancellationToken">Stops after the present batch; the next run goes on.</param>
    public async Task<KeyRenewal> RenewAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var tally = new Tally(progress);
        await RenewFilesAsync<CaseDocument>(tally, cancellationToken);
        await RenewFilesAsync<PendingDocument>(tally, cancellationToken);
        foreach (var column in ProtectedColumn.All)
        {
            await RenewValuesAsync(column, tally, cancellationToken);
        }

        return new KeyRenewal(tally.Renewed, tally.Unreadable);
    }

    /// <summary>
    /// Takes older keys out of use that protect nothing any more, audit trail included, and only when the active key is old
    /// enough that every running node has noticed it.
    /// </summary>
    /// <returns>The keys that were retired.</returns>
    public async Task<IReadOnlyList<MasterKeyId>> RetireAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (ring.ActiveSince is not { } since || clock.GetUtcNow() - since < RetireAfter)
        {
            return [];
        }

        var retired = new List<MasterKeyId>();
        foreach (var id in ring.KeyIds.Where(id => !id.Equals(ring.ActiveKeyId)).ToList())
        {
            if (!await IsInUseAsync(id, cancellationToken) && ring.Retire(id))
            {
                await NoteAsync("Keys.Retire", id, actor, cancellationToken);
                retired.Add(id);
            }
        }

        return retired;
    }

    private async Task<bool> IsInUseAsync(MasterKeyId id, CancellationToken cancellationToken)
    {
        var name = id.ToString();
        await using var context = contexts.CreateDbContext();
        if (await context.Documents.AnyAsync(document => document.KeyId == name, cancellationToken)
            || await context.PendingDocuments.AnyAsync(document => document.KeyId == name, cancellationToken)
            || await context.PrintRequests.AnyAsync(print => print.KeyId == name, cancellationToken)
            || await context.PrintItems.AnyAsync(print => print.KeyId == name, cancellationToken))
        {
            return true;
        }

        foreach (var column in ProtectedColumn.All.Append(ProtectedValues.AuditTrail))
        {
            if (await ProtectedValues.IsUnderAsync(context, column, id, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task RenewFilesAsync<T>(Tally tally, CancellationToken cancellationToken)
        where T : KeptDocument
    {
        var active = ring.ActiveKeyId.ToString();
        await using var context = contexts.CreateDbContext();
        var last = Guid.Empty;
        List<T> batch;
        do
        {
            batch = await context.Set<T>().AsNoTracking().Where(document => document.KeyId != active && document.Id.CompareTo(last) > 0)
                .OrderBy(document => document.Id).Take(BatchSize).ToListAsync(cancellationToken);
            await unitOfWork.WriteAsync<Done>(
                async scope =>
                {
                    foreach (var document in batch)
                    {
                        await RenewFileAsync(scope.Context, document, tally, cancellationToken);
                    }

                    return Done.Instance;
                },
                cancellationToken);
            tally.Report();
            last = batch.LastOrDefault()?.Id ?? last;
        }
        while (batch.Count == BatchSize);
    }

    private async Task RenewFileAsync<T>(OnboardingContext context, T document, Tally tally, CancellationToken cancellationToken)
        where T : KeptDocument
    {
        try
        {
            var renewed = storage.Rewrap(document.ToStored());
            var keyId = renewed.KeyId.ToString();
            var before = document.WrappedKey;

            // Only if nobody replaced the file meanwhile: then there is nothing to renew.
            tally.Renewed += await context.Set<T>().Where(row => row.Id == document.Id && row.WrappedKey == before)
                .ExecuteUpdateAsync(row => row.SetProperty(item => item.WrappedKey, renewed.WrappedKey).SetProperty(item => item.KeyId, keyId), cancellationToken);
        }
        catch (DocumentUnreadableException)
        {
            tally.Unreadable++;
        }
    }

    private async Task RenewValuesAsync(ProtectedColumn column, Tally tally, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var last = Guid.Empty;
        List<ProtectedValue> batch;
        do
        {
            batch = await ProtectedValues.ReadAsync(context, column, ring.ActiveKeyId, last, BatchSize, cancellationToken);
            await unitOfWork.WriteAsync<Done>(
                async scope =>
                {
                    foreach (var value in batch)
                    {
                        try
                        {
                            var renewed = protector.Reprotect(value.Value, column.Purpose(value.Owner));
                            tally.Renewed += await ProtectedValues.ReplaceAsync(scope.Context, column, value, renewed, cancellationToken);
                        }
                        catch (ProtectionException)
                        {
                            tally.Unreadable++;
                        }
                    }

                    return Done.Instance;
                },
                cancellationToken);
            tally.Report();
            last = batch.LastOrDefault()?.Key ?? last;
        }
        while (batch.Count == BatchSize);
    }

    private Task<Result<Done>> NoteAsync(string action, MasterKeyId id, Actor actor, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                await scope.RecordAsync(
                    new AuditEntry(action) { Details = $$"""{"key":"{{id}}"}""" }, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
                return Done.Instance;
            },
            cancellationToken);

    private sealed class Tally(IProgress<long>? progress)
    {
        public long Renewed { get; set; }

        public long Unreadable { get; set; }

        public void Report() => progress?.Report(Renewed);
    }
}
