using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>
/// Reads the queues: in an order that an index gives, paged by key. What an index does not answer is asked row by row in windows of growing
/// size, so that a page costs the same however long the queue is.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Clock.</param>
/// <param name="hours">The zone in which a day ends.</param>
public sealed class QueueReader(OnboardingContextFactory contexts, TimeProvider clock, WorkingHours hours)
{
    /// <summary>The greatest page.</summary>
    public const int MostRows = 200;

    /// <summary>No queue is counted further; a greater count is that many "and more".</summary>
    public const int MostCounted = 1_000;

    /// <summary>Rows of the order that are looked at in one question. A filter that many rows meet is answered by the first.</summary>
    internal static readonly IReadOnlyList<int> Windows = [400, 2_000, 8_000];

    /// <summary>One page.</summary>
    public async Task<QueuePage> ReadAsync(QueueQuery query, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var filter = query.WholeFilter;
        var conditions = Conditions(context, filter, actor);
        var queues = conditions.Within(WorkQueues.VisibleTo(actor.Roles).Intersect(query.Queues));
        if (queues.Count == 0)
        {
            return new QueuePage([], null);
        }

        var search = await QueueSearch.OfAsync(context, filter.Text, actor, leads: true, Instant.Now(clock), cancellationToken);
        var reading = new Reading(context, conditions, search, queues, query.Sort, Math.Clamp(query.Size, 1, MostRows), actor);
        if (search.Few(queues) is { } few)
        {
            return await reading.PageAsync(conditions.OfAssignee(few), query.After, cancellationToken);
        }

        return conditions.AsksRows || search.AsksRows
            ? await reading.WindowsAsync(query.After, cancellationToken)
            : await reading.PageAsync(reading.Lead(query.After, reading.Size + 1), query.After, cancellationToken);
    }

    /// <summary>The rows of one case as this person sees them now; none when it has left the queues.</summary>
    public Task<IReadOnlyList<QueueRow>> OfCaseAsync(Guid caseId, IReadOnlyCollection<WorkQueue> queues, Actor actor, CancellationToken cancellationToken) =>
        OfCaseAsync(caseId, new QueueQuery(queues, OnlyMine: false, After: null, MostRows), actor, cancellationToken);

    /// <summary>The rows of one case that meet what is shown, wherever in the order they stand; none when it has left.</summary>
    public async Task<IReadOnlyList<QueueRow>> OfCaseAsync(Guid caseId, QueueQuery query, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var filter = query.WholeFilter;
        var conditions = Conditions(context, filter, actor);
        var queues = conditions.Within(WorkQueues.VisibleTo(actor.Roles).Intersect(query.Queues));
        var search = await QueueSearch.OfAsync(context, filter.Text, actor, leads: false, Instant.Now(clock), cancellationToken);
        var items = conditions.Narrow(search.Narrow(conditions.OfAssignee(Live(context, queues).Where(item => item.CaseId == caseId))));
        var rows = await QueueProjection.Of(items, context, actor).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.ToRow(actor));
    }

    /// <summary>How many work items each queue has that this person may see, counted up to <see cref="MostCounted"/>; a queue without work is left out.</summary>
    public async Task<IReadOnlyDictionary<WorkQueue, int>> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var visible = WorkQueues.VisibleTo(actor.Roles);
        if (visible.Count == 0)
        {
            return new Dictionary<WorkQueue, int>();
        }

        await using var context = contexts.CreateDbContext();

        return (await context.Database.SqlQueryRaw<QueueCount>(QueueCount.Statement(visible, MostCounted)).ToListAsync(cancellationToken))
            .Where(found => found.Count > 0)
            .ToDictionary(found => Enum.Parse<WorkQueue>(found.Queue), found => (int)found.Count);
    }

    /// <summary>The work items behind a key in the order of the queue; the index made for it gives them in this order.</summary>
    internal static IQueryable<WorkItem> Items(OnboardingContext context, IReadOnlyList<WorkQueue> queues, string? assigneeId, QueueKey? after, QueueSort sort = QueueSort.Urgency) =>
        Merge(context, queues, assigneeId, sort, MostRows + 1, items => QueueOrder.Behind(items, sort, after));

    /// <summary>What is looked through in an order: rows as the index of that order holds them.</summary>
    internal static IQueryable<QueueProbe> Probes(
        OnboardingContext context, IReadOnlyList<WorkQueue> queues, QueueSort sort, int most, Func<IQueryable<WorkItem>, IQueryable<WorkItem>> within) =>
        QueueProbe.Order(Parts(context, queues, sort, most, within).Select(part => QueueProbe.Of(part, sort)).Aggregate(Queryable.Concat), sort);

    /// <summary>The live work of some queues.</summary>
    internal static IQueryable<WorkItem> Live(OnboardingContext context, IReadOnlyList<WorkQueue> queues)
    {
        // One queue is asked for by equality: only then does a database read the index in the order of the queue.
        var live = context.WorkItems.AsNoTracking().Where(item => item.ClosedAt == null);
        return queues is [var only] ? live.Where(item => item.Queue == only) : live.Where(item => queues.Contains(item.Queue));
    }

    // Several queues are read one beside the other, each in the order of its index, and joined like the teeth of a zip. SQLite does so by itself;
    // PostgreSQL has to be told the order and the bound of each. A person's own work is a part of the index of assignees, and little enough to sort.
    private static IQueryable<WorkItem> Merge(
        OnboardingContext context, IReadOnlyList<WorkQueue> queues, string? assigneeId, QueueSort sort, int most, Func<IQueryable<WorkItem>, IQueryable<WorkItem>> within)
    {
        if (assigneeId is not null || queues.Count == 1)
        {
            var items = Live(context, queues);
            return QueueOrder.Order(within(assigneeId is null ? items : items.Where(item => item.AssigneeId == assigneeId)), sort);
        }

        return QueueOrder.Order(Parts(context, queues, sort, most, within).Aggregate(Queryable.Concat), sort);
    }

    private static IEnumerable<IQueryable<WorkItem>> Parts(
        OnboardingContext context, IReadOnlyList<WorkQueue> queues, QueueSort sort, int most, Func<IQueryable<WorkItem>, IQueryable<WorkItem>> within)
    {
        var isBounded = context.Database.IsNpgsql();
        return queues.Select(queue => within(Live(context, [queue]))).Select(part => isBounded ? QueueOrder.Order(part, sort).Take(most) : part);
    }

    private QueueConditions Conditions(OnboardingContext context, QueueFilter filter, Actor actor) => new(context, filter, actor, Instant.Now(clock), hours);

    private sealed record Reading(
        OnboardingContext Context, QueueConditions Conditions, QueueSearch Search, List<WorkQueue> Queues, QueueSort Sort, int Size, Actor Actor)
    {
        public IQueryable<WorkItem> Lead(QueueKey? after, int most) =>
            Merge(Context, Queues, Conditions.AssigneeId, Sort, most, items => Conditions.Enter(QueueOrder.Behind(items, Sort, after), Sort));

        public async Task<QueuePage> PageAsync(IQueryable<WorkItem> items, QueueKey? after, CancellationToken cancellationToken)
        {
            var wanted = QueueOrder.Order(Conditions.Narrow(QueueOrder.Behind(items, Sort, after)), Sort).Take(Size + 1);
            var rows = await RowsAsync(wanted, cancellationToken);
            return rows.Count > Size ? new QueuePage(rows[..Size], QueueOrder.KeyOf(Sort, rows[Size - 1])) : new QueuePage(rows, null);
        }

        public async Task<QueuePage> WindowsAsync(QueueKey? after, CancellationToken cancellationToken)
        {
            var (found, start) = (new List<QueueRow>(), after);
            foreach (var window in Windows)
            {
                var front = Front(start, window);
                var room = Size - found.Count;
                var met = await QueueProbe.Order(Conditions.Narrow(Search.Narrow(front.Take(window))), Sort).Take(room + 1).ToListAsync(cancellationToken);
                found.AddRange(await RowsAsync(met.Take(room), cancellationToken));
                if (met.Count > room)
                {
                    return new QueuePage(found, room == 0 ? QueueOrder.KeyOf(Sort, found[^1]) : met[room - 1].KeyIn(Sort));
                }

                if (await front.Skip(window - 1).FirstOrDefaultAsync(cancellationToken) is not { } end)
                {
                    return new QueuePage(found, null);
                }

                start = end.KeyIn(Sort);
            }

            return new QueuePage(found, start) { IsCutShort = true };
        }

        // As Lead, and no more of each row than its index holds.
        private IQueryable<QueueProbe> Front(QueueKey? after, int most) => Conditions.AssigneeId is not null
            ? QueueProbe.Of(Lead(after, most), Sort)
            : Probes(Context, Queues, Sort, most, items => Conditions.Enter(QueueOrder.Behind(items, Sort, after), Sort));

        // A row that changed just now and is not wanted any more is left out; the page is one shorter then.
        private async Task<List<QueueRow>> RowsAsync(IEnumerable<QueueProbe> met, CancellationToken cancellationToken)
        {
            List<Guid> ids = [.. met.Select(probe => probe.Id)];
            return ids.Count == 0 ? [] : await RowsAsync(Conditions.Narrow(Conditions.OfAssignee(Live(Context, Queues).Where(item => ids.Contains(item.Id)))), cancellationToken);
        }

        private async Task<List<QueueRow>> RowsAsync(IQueryable<WorkItem> items, CancellationToken cancellationToken)
        {
            var rows = (await QueueProjection.Of(items, Context, Actor).ToListAsync(cancellationToken)).ConvertAll(row => row.ToRow(Actor));
            rows.Sort((one, other) => QueueOrder.Compare(Sort, one, other));
            return rows;
        }
    }
}
