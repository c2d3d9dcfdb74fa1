using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>
/// The live work of one case, read once and shown to many: who may see which row of it, and do what with it, is decided for each of them apart,
/// by the rules by which <see cref="QueueReader"/> decides.
/// </summary>
public sealed class CaseRows
{
    private readonly IReadOnlyList<QueueProjection> _items;
    private readonly IReadOnlySet<string> _participants;
    private readonly IReadOnlySet<string> _rejecters;

    internal CaseRows(IReadOnlyList<QueueProjection> items, IReadOnlySet<string> participants, IReadOnlySet<string> rejecters) =>
        (_items, _participants, _rejecters) = (items, participants, rejecters);

    /// <summary>Whether a filter can be asked of rows that were read already; times, flags and words are asked of the database.</summary>
    public static bool Answer(QueueQuery query) => query.Filter is { Due: null, Flag: null, Text: null };

    /// <summary>The rows that meet what is shown, as this person sees them now; none when the case has left.</summary>
    /// <param name="query">What is shown; see <see cref="Answer"/>.</param>
    /// <param name="actor">Who looks.</param>
    public IReadOnlyList<QueueRow> For(QueueQuery query, Actor actor)
    {
        var visible = WorkQueues.VisibleTo(actor.Roles);
        var filter = query.WholeFilter;
        return
        [
            .. _items
                .Where(item => visible.Contains(item.Item.Queue) && query.Queues.Contains(item.Item.Queue) && Meets(item, filter, actor))
                .Select(item => item.ToRow(actor, _participants.Contains(actor.Id), _rejecters.Contains(actor.Id))),
        ];
    }

    private static bool Meets(QueueProjection row, QueueFilter filter, Actor actor) =>
        (filter.Stage is not { } stage || WorkQueues.Of(row.Item.Queue).Stage == stage)
        && (filter.ProductCode is not { } product || row.ProductCode == product)
        && (filter.Channel is not { } channel || row.Channel == channel)
        && (filter.Kind is not { } kind || row.Kind == kind)
        && (filter.ProvinceCode is not { } province || row.ProvinceCode == province)
        && filter.Assignee switch
        {
            null or "" => true,
            QueueFilter.Nobody => row.Item.AssigneeId is null,
            QueueFilter.Me => row.Item.AssigneeId == actor.Id,
            var id => row.Item.AssigneeId == id,
        };
}

/// <summary>Reads the live work of a case for everybody.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class CaseRowsReader(OnboardingContextFactory contexts)
{
    /// <summary>As it is now.</summary>
    public async Task<CaseRows> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var live = context.WorkItems.AsNoTracking().Where(item => item.ClosedAt == null && item.CaseId == caseId);
        var items = await QueueProjection.Of(live, context, Actor.Nobody).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            return new CaseRows([], new HashSet<string>(), new HashSet<string>());
        }

        IQueryable<OnboardingCase> owner = context.Cases.Where(one => one.Id == caseId);
        var participants = await owner.SelectMany(one => one.Participations).Select(entry => entry.StaffId).ToListAsync(cancellationToken);
        var rejecters = await owner.SelectMany(one => one.Decisions).Where(entry => entry.Outcome == DecisionOutcome.Rejected)
            .Select(entry => entry.ById).ToListAsync(cancellationToken);
        return new CaseRows(items, participants.ToHashSet(StringComparer.Ordinal), rejecters.ToHashSet(StringComparer.Ordinal));
    }
}
