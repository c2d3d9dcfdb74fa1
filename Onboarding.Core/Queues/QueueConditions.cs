using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>A filter as conditions on work items, for one person at one instant.</summary>
/// <param name="context">The context that is read from.</param>
/// <param name="filter">What is asked for.</param>
/// <param name="actor">Who asks.</param>
/// <param name="now">The present instant (UTC).</param>
/// <param name="hours">The zone in which a day ends.</param>
internal sealed class QueueConditions(OnboardingContext context, QueueFilter filter, Actor actor, DateTimeOffset now, WorkingHours hours)
{
    private const int DaysOfWeek = 7;

    /// <summary>The queues in which the filter can find anything.</summary>
    public List<WorkQueue> Within(IEnumerable<WorkQueue> queues) => [.. queues.Where(queue =>
        (filter.Stage is not { } stage || WorkQueues.Of(queue).Stage == stage)
        && (filter.Flag != QueueFlag.Concern || Concerns.Queues.Contains(queue)))];

    /// <summary>Whose work alone is asked for, or null.</summary>
    public string? AssigneeId => filter.Assignee switch
    {
        null or "" or QueueFilter.Nobody => null,
        QueueFilter.Me => actor.Id,
        var id => id,
    };

    /// <summary>Whether rows of an order have to be asked one by one.</summary>
    public bool AsksRows =>
        filter.ProductCode is not null || filter.Channel is not null || filter.Kind is not null || filter.ProvinceCode is not null
        || filter.Flag is not null || filter.Due is not null || filter.Assignee == QueueFilter.Nobody;

    /// <summary>The part of the order by urgency in which everything lies that is asked for: urgency is the due time, and behind all others while the clock stands.</summary>
    public IQueryable<WorkItem> Enter(IQueryable<WorkItem> items, QueueSort sort)
    {
        if (sort != QueueSort.Urgency)
        {
            return items;
        }

        var (today, week, behind) = (EndOfDay(1), EndOfDay(DaysOfWeek), WorkItem.BehindAll);
        return (filter.Due, filter.Flag) switch
        {
            (DueTime.Late, _) => items.Where(item => item.UrgencyAt < now),
            (DueTime.Today, _) => items.Where(item => item.UrgencyAt >= now && item.UrgencyAt < today),
            (DueTime.Week, _) => items.Where(item => item.UrgencyAt >= now && item.UrgencyAt < week),
            (DueTime.Standing, _) or (null, QueueFlag.Hold or QueueFlag.Waiting) => items.Where(item => item.UrgencyAt >= behind),
            _ => items,
        };
    }

    /// <summary>Leaves only the work of the assignee who is asked for.</summary>
    public IQueryable<WorkItem> OfAssignee(IQueryable<WorkItem> items) => AssigneeId is { } id ? items.Where(item => item.AssigneeId == id) : items;

    /// <summary>Leaves only what meets the rest of the filter.</summary>
    public IQueryable<WorkItem> Narrow(IQueryable<WorkItem> items) => OfKind(Further(items));

    /// <summary>Leaves only what meets the rest of the filter. What the order's index holds is asked first; what it does not hold is looked up row by row.</summary>
    public IQueryable<QueueProbe> Narrow(IQueryable<QueueProbe> probes)
    {
        if (filter.ProductCode is { } product)
        {
            probes = probes.Where(probe => probe.ProductCode == product);
        }

        if (filter.Channel is { } channel)
        {
            probes = probes.Where(probe => probe.Channel == channel);
        }

        if (filter.Kind is { } kind)
        {
            probes = probes.Where(probe => probe.Kind == kind);
        }

        if (filter.ProvinceCode is { } province)
        {
            probes = probes.Where(probe => probe.ProvinceCode == province);
        }

        if (filter.Flag is null && filter.Due is null && filter.Assignee != QueueFilter.Nobody)
        {
            return probes;
        }

        var further = Further(context.WorkItems);
        return probes.Where(probe => further.Any(item => item.Id == probe.Id));
    }

    private IQueryable<WorkItem> Further(IQueryable<WorkItem> items)
    {
        if (filter.Due is { } due)
        {
            items = AtTime(items, due);
        }

        if (filter.Assignee == QueueFilter.Nobody)
        {
            items = items.Where(item => item.AssigneeId == null);
        }

        return filter.Flag switch
        {
            QueueFlag.Escalated => items.Where(item => item.EscalatedAt != null),
            QueueFlag.Waiting => items.Where(item => item.State == WorkItemState.Waiting),
            QueueFlag.Concern => items.Where(item => item.Concern != null),
            QueueFlag.PossibleDuplicate => items.Where(item =>
                context.DuplicateMatches.Any(match => match.CaseId == item.CaseId && (match.Verdict == null || match.OutdatedAt != null))),
            QueueFlag.Hold => items.Where(item => context.Cases.Any(owner => owner.Id == item.CaseId && owner.Hold != null)),
            QueueFlag.RejectionRecommended => items.Where(item => context.Cases.Any(owner => owner.Id == item.CaseId && owner.RejectionRecommended)),
            null => items,
        };
    }

    private IQueryable<WorkItem> AtTime(IQueryable<WorkItem> items, DueTime due)
    {
        var (today, week) = (EndOfDay(1), EndOfDay(DaysOfWeek));
        return due switch
        {
            DueTime.Late => items.Where(item => item.DueAt < now),
            DueTime.Today => items.Where(item => item.DueAt >= now && item.DueAt < today),
            DueTime.Week => items.Where(item => item.DueAt >= now && item.DueAt < week),
            DueTime.Standing => items.Where(item => item.DueAt == null),
        };
    }

    private IQueryable<WorkItem> OfKind(IQueryable<WorkItem> items)
    {
        if (filter.ProductCode is { } product)
        {
            items = items.Where(item => item.ProductCode == product);
        }

        if (filter.Channel is { } channel)
        {
            items = items.Where(item => item.Channel == channel);
        }

        if (filter.Kind is { } kind)
        {
            items = items.Where(item => item.Kind == kind);
        }

        return filter.ProvinceCode is { } province ? items.Where(item => item.ProvinceCode == province) : items;
    }

    // Midnight of the office, that many days ahead.
    private DateTimeOffset EndOfDay(int days)
    {
        var local = now.ToOffset(hours.Zone.Offset());
        return new DateTimeOffset(local.Date.AddDays(days), local.Offset).ToUniversalTime();
    }
}
