using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>
/// What a row is asked when an order is looked through: only what stands in the index of the order, so that ten thousand rows are looked at without
/// fetching one. Whoever adds to it adds to the indexes of the queue page.
/// </summary>
internal sealed class QueueProbe
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required WorkQueue Queue { get; init; }

    /// <summary>By which the order goes, where it goes by time.</summary>
    public required DateTimeOffset At { get; init; }

    public required string ProductCode { get; init; }

    public required string ProvinceCode { get; init; }

    public required Channel Channel { get; init; }

    public required CustomerKind Kind { get; init; }

    /// <summary>The work items, as an order sees them.</summary>
    public static IQueryable<QueueProbe> Of(IQueryable<WorkItem> items, QueueSort sort) => sort is QueueSort.Longest or QueueSort.Newest
        ? items.Select(item => new QueueProbe
        {
            Id = item.Id, CaseId = item.CaseId, Queue = item.Queue, At = item.OpenedAt, ProductCode = item.ProductCode, ProvinceCode = item.ProvinceCode, Channel = item.Channel, Kind = item.Kind,
        })
        : items.Select(item => new QueueProbe
        {
            Id = item.Id, CaseId = item.CaseId, Queue = item.Queue, At = item.UrgencyAt, ProductCode = item.ProductCode, ProvinceCode = item.ProvinceCode, Channel = item.Channel, Kind = item.Kind,
        });

    /// <summary>In order.</summary>
    public static IOrderedQueryable<QueueProbe> Order(IQueryable<QueueProbe> probes, QueueSort sort) => sort switch
    {
        QueueSort.Urgency or QueueSort.Longest => probes.OrderBy(probe => probe.At).ThenBy(probe => probe.Id),
        QueueSort.Newest => probes.OrderByDescending(probe => probe.At).ThenByDescending(probe => probe.Id),
        QueueSort.OldestCase => probes.OrderBy(probe => probe.CaseId).ThenBy(probe => probe.Id),
    };

    /// <summary>The place of the row in the order.</summary>
    public QueueKey KeyIn(QueueSort sort) => QueueOrder.KeyOf(sort, Id, CaseId, At, At);
}
