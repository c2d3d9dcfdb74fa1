using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Notifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Persistence;

/// <summary>What a write works on: the context inside its transaction, and the notices to send after the commit.</summary>
/// <param name="context">The context.</param>
public sealed class WriteScope(OnboardingContext context)
{
    // Any number that no submission key becomes by chance; it names the figures among the advisory locks.
    private const long FiguresLock = 0x4649_4755_5245_5301;

    private readonly List<CaseChange> _changes = [];
    private readonly List<CustomerWork> _customers = [];
    private readonly List<OnboardingCase> _cases = [];
    private readonly HashSet<Guid> _locked = [];

    /// <summary>The context, inside the transaction.</summary>
    public OnboardingContext Context => context;

    /// <summary>Notices gathered.</summary>
    internal IReadOnlyList<CaseChange> Changes => _changes;

    /// <summary>The cases that changed.</summary>
    internal IReadOnlyList<OnboardingCase> ChangedCases => _cases;

    /// <summary>The work on customers whose records changed.</summary>
    internal IReadOnlyList<CustomerWork> ChangedCustomers => _customers;

    /// <summary>
    /// Keeps other writers of the same case out until the commit, so that they see what this one wrote. SQLite has
    /// one writer anyway.
    /// </summary>
    internal async Task LockCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql() && _locked.Add(caseId))
        {
            await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Cases" WHERE "Id" = {caseId} FOR UPDATE""", cancellationToken);
        }
    }

    /// <summary>Finds the case of a work item, and keeps other writers of it out in the same question; null when there is none.</summary>
    internal async Task<Guid?> LockCaseOfAsync(Guid workItemId, CancellationToken cancellationToken)
    {
        if (!context.Database.IsNpgsql())
        {
            return await CaseQueries.Of(context).OfWorkItem(context, workItemId, cancellationToken);
        }

        var found = await context.Database.SqlQuery<Guid>($"""
            SELECT entry."Id" AS "Value" FROM "WorkItems" AS item JOIN "Cases" AS entry ON entry."Id" = item."CaseId" WHERE item."Id" = {workItemId} FOR UPDATE OF entry
            """).ToListAsync(cancellationToken);
        return Locked(found);
    }

    /// <summary>Locks the first of these cases that nobody else is writing at this moment; null when all of them are being written.</summary>
    /// <param name="caseIds">The cases in the order of choice.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<Guid?> LockFirstFreeCaseAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        if (!context.Database.IsNpgsql())
        {
            return caseIds.Count == 0 ? null : caseIds.First();
        }

        Guid[] ids = [.. caseIds];
        var locked = await context.Database.SqlQuery<Guid>($"""
            SELECT entry."Id" AS "Value" FROM "Cases" AS entry JOIN unnest({ids}) WITH ORDINALITY AS wanted("Id", "Place") ON wanted."Id" = entry."Id"
            ORDER BY wanted."Place" LIMIT 1 FOR UPDATE OF entry SKIP LOCKED
            """).ToListAsync(cancellationToken);
        return Locked(locked);
    }

    /// <summary>Keeps other writers of the same customer out until the commit, in the same way.</summary>
    internal async Task LockCustomerAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Customers" WHERE "Id" = {customerId} FOR UPDATE""", cancellationToken);
        }
    }

    /// <summary>The same for several customers, in the order in which everybody locks them.</summary>
    internal async Task LockCustomersAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken)
    {
        if (customerIds.Count > 0 && context.Database.IsNpgsql())
        {
            Guid[] ids = [.. customerIds];
            await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Customers" WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR UPDATE""", cancellationToken);
        }
    }

    /// <summary>Keeps the other senders of the same form out until the commit, so that they find the case that this one makes.</summary>
    internal async Task LockSubmissionAsync(Guid submissionKey, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            var key = BinaryPrimitives.ReadInt64BigEndian(submissionKey.ToByteArray(bigEndian: true).AsSpan(sizeof(long)));
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);
        }
    }

    /// <summary>Keeps others from folding the figures until the commit; who only appends does not wait.</summary>
    internal async Task LockFiguresAsync(CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({FiguresLock})", cancellationToken);
        }
    }

    /// <summary>
    /// Keeps everybody from appending to the figures until the commit. Whoever changed a case and has not committed yet waits
    /// with its delta, and is not seen by a count made meanwhile: so that count and the later delta fit together.
    /// </summary>
    internal async Task StopFiguresAsync(CancellationToken cancellationToken)
    {
        await LockFiguresAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync("""LOCK TABLE "FigureDeltas" IN EXCLUSIVE MODE""", cancellationToken);
        }
    }

    /// <summary>The next number of a series, without gaps: the counter's row stays locked until the commit.</summary>
    internal async Task<int> NextNumberAsync(string series, CancellationToken cancellationToken)
    {
        var next = await context.Database.SqlQuery<int>($"""
            INSERT INTO "NumberCounters" ("Series", "Last") VALUES ({series}, 1)
            ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberCounters"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellationToken);
        return next.Single();
    }

    /// <summary>Writes an audit event that belongs to no case.</summary>
    internal async Task RecordAsync(AuditEntry entry, Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM "PortalAuditStreams" FOR UPDATE""", cancellationToken);
        }

        var stream = await context.PortalAuditStreams.SingleAsync(cancellationToken);
        context.AuditEvents.Add(AuditEvent.Append(stream, id, entry, actor, now));
    }

    /// <summary>Takes over what a piece of work gathered.</summary>
    internal void Take(CaseWork work)
    {
        context.AuditEvents.AddRange(work.Events);
        for (var index = 0; index < work.Messages.Count; index++)
        {
            work.Messages[index].Place(work.Case.AuditSequence, index);
        }

        context.OutboxMessages.AddRange(work.Messages);
        _cases.Add(work.Case);
        var told = Notify([.. NoticeRules.Of(work), .. work.Notices]);
        _changes.Add(new CaseChange(work.Case.Id, work.Case.Number, work.Case.Version, work.TouchedQueues) { Told = told });
    }

    /// <summary>Tells whoever looks at a case that something beside it changed, such as what became of a message; its version stays.</summary>
    internal async Task TellAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var seen = await context.Cases.Where(item => item.Id == caseId).Select(item => new { item.Number, item.Version }).SingleOrDefaultAsync(cancellationToken);
        if (seen is not null)
        {
            _changes.Add(new CaseChange(caseId, seen.Number, seen.Version, []));
        }
    }

    /// <summary>Takes over what a piece of work on a customer gathered.</summary>
    internal void Take(CustomerWork work)
    {
        context.AuditEvents.AddRange(work.Events);
        var written = context.ChangeTracker.Entries<CustomerInteraction>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.CustomerId == work.Customer.Id).Select(entry => entry.Entity);
        var told = Notify(NoticeRules.Of(work, written));
        _changes.Add(new CaseChange(work.Customer.Id, work.Customer.Number, work.Customer.Version, []) { Told = told });
        if (work.IsNewVersion)
        {
            _customers.Add(work);
        }
    }

    /// <summary>Writes what people are told; answers whom, for the notice after the commit.</summary>
    internal IReadOnlyCollection<string> Notify(IReadOnlyCollection<Notice> notices)
    {
        context.Notices.AddRange(notices);
        return CaseChange.Join([.. notices.Select(notice => notice.PersonId)], []);
    }

    /// <summary>Sends a notice after the commit that no piece of work brings along.</summary>
    internal void Tell(CaseChange change) => _changes.Add(change);

    private Guid? Locked(List<Guid> found)
    {
        if (found.Count == 0)
        {
            return null;
        }

        _locked.Add(found[0]);
        return found[0];
    }
}
