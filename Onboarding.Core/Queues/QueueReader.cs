using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>One row of a queue, with what this person may do with it now.</summary>
/// <param name="WorkItemId">The work item.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="Version">Version of the case.</param>
/// <param name="ApplicantName">Name of the applicant as this person may see it.</param>
/// <param name="Kind">Person or business.</param>
/// <param name="ProductCode">Product.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Status">Status of the case.</param>
/// <param name="Queue">Queue.</param>
/// <param name="State">State of the work item.</param>
/// <param name="AssigneeId">Who has it.</param>
/// <param name="AssigneeName">Display name.</param>
/// <param name="OpenedAt">Since when it is in the queue (UTC).</param>
/// <param name="DueAt">When it is late (UTC), or null while the clock stands.</param>
/// <param name="UrgencyAt">Its place in the queue.</param>
/// <param name="OnHold">True while compliance holds the case.</param>
/// <param name="Concern">What it is about when it is a concern, or null for the work of a stage.</param>
/// <param name="Actions">What this person may do with the work item now.</param>
public sealed record QueueRow(
    Guid WorkItemId, Guid CaseId, string Number, int Version, string ApplicantName, CustomerKind Kind, string ProductCode, Channel Channel,
    CaseStatus Status, WorkQueue Queue, WorkItemState State, string? AssigneeId, string? AssigneeName, DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt, DateTimeOffset UrgencyAt, bool OnHold, ConcernKind? Concern, IReadOnlyList<WorkItemAction> Actions);

/// <summary>Place of a row in a queue, to ask for the page behind it.</summary>
/// <param name="UrgencyAt">Urgency of the last row seen.</param>
/// <param name="WorkItemId">Its work item.</param>
public sealed record QueueKey(DateTimeOffset UrgencyAt, Guid WorkItemId);

/// <summary>A page of a queue.</summary>
/// <param name="Rows">The rows, most urgent first.</param>
/// <param name="Next">Key of the next page, or null at the end.</param>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, QueueKey? Next);

/// <summary>What to show of the queues.</summary>
/// <param name="Queues">Which queues; those that the reader may not see are left out.</param>
/// <param name="OnlyMine">Only what this person has claimed.</param>
/// <param name="After">Key of the last row seen, or null for the first page.</param>
/// <param name="Size">Rows a page, at most <see cref="QueueReader.MostRows"/>.</param>
public sealed record QueueQuery(IReadOnlyCollection<WorkQueue> Queues, bool OnlyMine, QueueKey? After, int Size);

/// <summary>Reads the queues: by urgency, paged by key, over an index made for it.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class QueueReader(OnboardingContextFactory contexts)
{
    /// <summary>The greatest page.</summary>
    public const int MostRows = 200;

    /// <summary>One page.</summary>
    public async Task<QueuePage> ReadAsync(QueueQuery query, Actor actor, CancellationToken cancellationToken)
    {
        var visible = WorkQueues.VisibleTo(actor.Roles).Intersect(query.Queues).ToList();
        if (visible.Count == 0)
        {
            return new QueuePage([], null);
        }

        var size = Math.Clamp(query.Size, 1, MostRows);
        await using var context = contexts.CreateDbContext();
        var items = Items(context, visible, query.OnlyMine ? actor.Id : null, query.After);
        var rows = await Project(items.Take(size + 1), context, actor).ToListAsync(cancellationToken);
        var shown = rows.Take(size).Select(row => row.ToRow(actor)).ToList();
        return new QueuePage(shown, rows.Count > size ? new QueueKey(shown[^1].UrgencyAt, shown[^1].WorkItemId) : null);
    }

    /// <summary>The rows of one case as this person sees them now; none when it has left the queues.</summary>
    public async Task<IReadOnlyList<QueueRow>> OfCaseAsync(Guid caseId, IReadOnlyCollection<WorkQueue> queues, Actor actor, CancellationToken cancellationToken)
    {
        var visible = WorkQueues.VisibleTo(actor.Roles).Intersect(queues).ToList();
        await using var context = contexts.CreateDbContext();
        var rows = await Project(Live(context, visible).Where(item => item.CaseId == caseId), context, actor).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.ToRow(actor));
    }

    /// <summary>How many work items each queue has that this person may see.</summary>
    public async Task<IReadOnlyDictionary<WorkQueue, int>> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var visible = WorkQueues.VisibleTo(actor.Roles);
        await using var context = contexts.CreateDbContext();
        return await Live(context, visible).GroupBy(item => item.Queue)
            .Select(group => new { Queue = group.Key, Count = group.Count() })
            .ToDictionaryAsync(entry => entry.Queue, entry => entry.Count, cancellationToken);
    }

    /// <summary>The work items behind a key in the order of the queue; the index made for it gives them in this order.</summary>
    internal static IQueryable<WorkItem> Items(OnboardingContext context, IReadOnlyList<WorkQueue> queues, string? assigneeId, QueueKey? after)
    {
        var items = Live(context, queues);
        if (assigneeId is not null)
        {
            items = items.Where(item => item.AssigneeId == assigneeId);
        }

        if (after is not null)
        {
            // The first condition follows from the second; by it the database enters the index at the key.
            items = items.Where(item => item.UrgencyAt >= after.UrgencyAt && (item.UrgencyAt > after.UrgencyAt || item.Id.CompareTo(after.WorkItemId) > 0));
        }

        return items.OrderBy(item => item.UrgencyAt).ThenBy(item => item.Id);
    }

    // One queue is asked for by equality: only then does PostgreSQL read the index in the order of the queue.
    private static IQueryable<WorkItem> Live(OnboardingContext context, IReadOnlyList<WorkQueue> queues)
    {
        var live = context.WorkItems.AsNoTracking().Where(item => item.ClosedAt == null);
        return queues is [var only] ? live.Where(item => item.Queue == only) : live.Where(item => queues.Contains(item.Queue));
    }

    private static IQueryable<Projection> Project(IQueryable<WorkItem> items, OnboardingContext context, Actor actor) =>
        items.Join(context.Cases, item => item.CaseId, owner => owner.Id, (item, owner) => new Projection
        {
            Item = item,
            Number = owner.Number,
            Version = owner.Version,
            ApplicantName = owner.ApplicantName,
            Kind = owner.Kind,
            ProductCode = owner.ProductCode,
            Channel = owner.Channel,
            Status = owner.Status,
            OnHold = owner.Hold != null,
            TookPart = owner.Participations.Any(entry => entry.StaffId == actor.Id),
            Rejected = owner.Decisions.Any(entry => entry.ById == actor.Id && entry.Outcome == DecisionOutcome.Rejected),
        });

    private sealed class Projection
    {
        public required WorkItem Item { get; init; }

        public required string Number { get; init; }

        public required int Version { get; init; }

        public required string ApplicantName { get; init; }

        public required CustomerKind Kind { get; init; }

        public required string ProductCode { get; init; }

        public required Channel Channel { get; init; }

        public required CaseStatus Status { get; init; }

        public required bool OnHold { get; init; }

        public required bool TookPart { get; init; }

        public required bool Rejected { get; init; }

        public QueueRow ToRow(Actor actor)
        {
            var facts = new CaseFacts
            {
                Status = Status,
                OnHold = OnHold,
                Participants = Only(actor, TookPart),
                Rejecters = Only(actor, Rejected),
            };
            return new QueueRow(
                Item.Id, Item.CaseId, Number, Version, ShownName(actor), Kind, ProductCode, Channel, Status, Item.Queue, Item.State,
                Item.AssigneeId, Item.AssigneeName, Item.OpenedAt, Item.DueAt, Item.UrgencyAt, OnHold, Item.Concern,
                WorkItemRules.Available(facts, Item.Facts, actor));
        }

        private static HashSet<string> Only(Actor actor, bool isMeant) => isMeant ? new(StringComparer.Ordinal) { actor.Id } : [];

        // Who will type the name from the document does not read it in the queue before (stage 2, blind re-entry).
        private string ShownName(Actor actor) =>
            Item.Queue == WorkQueue.Verification && actor.Has(ActorRole.Administration) ? InputText.KeepInitials(ApplicantName) : ApplicantName;
    }
}
