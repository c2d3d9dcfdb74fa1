using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Queues;

/// <summary>Which queues a page shows: those of its role that the person may look at. The supervisor's page has all of them.</summary>
/// <param name="Tabs">The queues that can be chosen, the role's own first.</param>
/// <param name="Shown">The queues whose rows are shown.</param>
public sealed record QueueScope(IReadOnlyList<WorkQueue> Tabs, IReadOnlyList<WorkQueue> Shown)
{
    /// <summary>What this person sees on the page of that role.</summary>
    /// <param name="role">The role of the page; null for one's own work, which can be in any queue.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="chosen">The one queue that was chosen, or null for all.</param>
    public static QueueScope Of(ActorRole? role, Actor actor, WorkQueue? chosen)
    {
        IReadOnlyList<WorkQueue> visible = WorkQueues.VisibleTo(actor.Roles);
        IReadOnlyList<WorkQueue> own = role is { } one ? WorkQueues.WorkedBy(new HashSet<ActorRole> { one }) : WorkQueues.WorkedBy(actor.Roles);
        IEnumerable<WorkQueue> wanted = role is null or ActorRole.Supervisor ? own.Concat(visible.Except(own)) : own;
        WorkQueue[] tabs = [.. wanted.Where(visible.Contains)];
        return new QueueScope(tabs, chosen is { } only && tabs.Contains(only) ? [only] : tabs);
    }
}
