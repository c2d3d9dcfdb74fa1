using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Core.Customers.Crm;

/// <summary>A record as the external CRM lists it.</summary>
/// <param name="Number">The customer number.</param>
/// <param name="Version">The version it holds.</param>
/// <param name="Hash">The hash that came with that version; null when the record was changed there since.</param>
/// <param name="ExternalId">The CRM's own id of it.</param>
public sealed record CrmEntry(string Number, int Version, string? Hash, string ExternalId);

/// <summary>Marks what differs between the register and the external CRM. What is on its way, or moved since the CRM was asked, is left alone.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="documents">What would be sent now.</param>
/// <param name="clock">Clock.</param>
public sealed class CrmComparison(UnitOfWork unitOfWork, CrmDocuments documents, TimeProvider clock)
{
    /// <summary>Records that are looked at in one transaction.</summary>
    public const int BatchSize = 200;

    // First the CRM is read, then what it did not list is searched for.
    private const int Sweeping = 1;

    /// <summary>True when the CRM has been read to its end and only what it did not list is to be found.</summary>
    public static bool IsRead(CrmRun run) => run.Step >= Sweeping;

    /// <summary>Gives customers of before the connector their row: they were never sent.</summary>
    /// <param name="after">The last customer of the batch before, or null.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    /// <returns>The last customer of this batch, or null when there is none left.</returns>
    public async Task<Guid?> TakeStockAsync(Guid? after, CancellationToken cancellationToken)
    {
        var stock = await unitOfWork.WriteAsync<Place>(
            async scope =>
            {
                var start = after ?? Guid.Empty;
                var missing = await scope.Context.Customers
                    .Where(item => item.Id.CompareTo(start) > 0 && !scope.Context.CrmLinks.Any(link => link.CustomerId == item.Id))
                    .OrderBy(item => item.Id)
                    .Select(item => item.Id)
                    .Take(BatchSize)
                    .ToListAsync(cancellationToken);
                await scope.LockCustomersAsync(missing, cancellationToken);

                // Once more, now that nobody else can add one.
                var now = Instant.Now(clock);
                var stillMissing = await scope.Context.Customers
                    .Where(item => missing.Contains(item.Id) && !scope.Context.CrmLinks.Any(link => link.CustomerId == item.Id))
                    .Select(item => new { item.Id, item.Number })
                    .ToListAsync(cancellationToken);
                scope.Context.CrmLinks.AddRange(stillMissing.Select(item => new CrmLink(item.Id, item.Number, now)));
                return new Place(missing.Count == 0 ? null : missing[^1]);
            },
            cancellationToken);
        return stock.Value.Last;
    }

    /// <summary>Compares a page of the CRM's list.</summary>
    /// <param name="runId">The comparison.</param>
    /// <param name="entries">The page.</param>
    /// <param name="next">Where the CRM goes on, or null at its end.</param>
    /// <param name="askedAt">When it was asked (UTC).</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    /// <returns>False when somebody stopped the comparison.</returns>
    public async Task<bool> TakePageAsync(Guid runId, IReadOnlyList<CrmEntry> entries, string? next, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        var compared = await unitOfWork.WriteAsync<bool>(
            async scope =>
            {
                var context = scope.Context;
                if (await CrmRuns.Live(context).SingleOrDefaultAsync(item => item.Id == runId, cancellationToken) is not { } run)
                {
                    return false;
                }

                var listed = entries.DistinctBy(entry => entry.Number, StringComparer.Ordinal).ToDictionary(entry => entry.Number, StringComparer.Ordinal);
                var ids = await context.CrmLinks.Where(link => listed.Keys.Contains(link.Number)).Select(link => link.CustomerId).ToListAsync(cancellationToken);
                await scope.LockCustomersAsync(ids, cancellationToken);
                var links = await context.CrmLinks.Where(link => ids.Contains(link.CustomerId)).ToListAsync(cancellationToken);
                var here = (await documents.ReadAsync(context, ids, cancellationToken)).ToDictionary(document => document.CustomerId);
                var found = links.Count(link => Compare(link, here[link.CustomerId], listed[link.Number], run.Id, askedAt));
                run.Advance(entries.Count, found, listed.Count - links.Count, next);
                if (next is null)
                {
                    run.Turn();
                }

                scope.Tell(CrmNotice.Of(run.Id));
                return run.CancelRequestedAt is null;
            },
            cancellationToken);
        return compared.Value;
    }

    /// <summary>Marks a batch of records that were sent and that the CRM did not list.</summary>
    /// <returns>True when there may be more.</returns>
    public async Task<bool> SweepAsync(Guid runId, CancellationToken cancellationToken)
    {
        var swept = await unitOfWork.WriteAsync<bool>(
            async scope =>
            {
                var context = scope.Context;
                if (await CrmRuns.Live(context).SingleOrDefaultAsync(item => item.Id == runId, cancellationToken) is not { CancelRequestedAt: null } run)
                {
                    return false;
                }

                var after = run.Cursor is { } place ? Guid.Parse(place) : Guid.Empty;
                var ids = await context.CrmLinks
                    .Where(link => link.State == CrmState.Sent && link.CheckedById != runId && link.StateAt < run.RequestedAt && link.CustomerId.CompareTo(after) > 0)
                    .OrderBy(link => link.CustomerId)
                    .Select(link => link.CustomerId)
                    .Take(BatchSize)
                    .ToListAsync(cancellationToken);
                await scope.LockCustomersAsync(ids, cancellationToken);
                var now = Instant.Now(clock);
                var links = await context.CrmLinks.Where(link => ids.Contains(link.CustomerId) && link.State == CrmState.Sent).ToListAsync(cancellationToken);
                links.ForEach(link => link.Differ(CrmReason.MissingThere, thereVersion: null, now));
                run.Advance(0, links.Count, 0, ids.Count == 0 ? run.Cursor : ids[^1].ToString("D"));
                scope.Tell(CrmNotice.Of(run.Id));
                return ids.Count == BatchSize;
            },
            cancellationToken);
        return swept.Value;
    }

    // True when it was found to differ.
    private bool Compare(CrmLink link, CrmDocument here, CrmEntry there, Guid runId, DateTimeOffset askedAt)
    {
        link.Meet(runId);
        if (link.State == CrmState.Pending || link.StateAt >= askedAt)
        {
            return false;
        }

        var now = Instant.Now(clock);
        if (there.Version == here.Version && there.Hash == here.Hash)
        {
            if (link.State != CrmState.Sent)
            {
                link.Confirm(here.Version, here.Hash, there.ExternalId, isCurrent: true, now);
            }

            return false;
        }

        link.Differ(ReasonOf(link, here, there), there.Version, now);
        return true;
    }

    private static CrmReason ReasonOf(CrmLink link, CrmDocument here, CrmEntry there) => there.Version.CompareTo(here.Version) switch
    {
        > 0 => CrmReason.NewerThere,
        < 0 => CrmReason.OlderThere,
        _ when there.Hash is not null && there.Hash == link.SentHash => CrmReason.MappingChanged,
        _ => CrmReason.ChangedThere,
    };

    private sealed record Place(Guid? Last);
}
