using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Live;

/// <summary>
/// Everybody who sees exactly the same queues. Messages go to audiences, not to single queues: a case that leaves one queue
/// and enters another is then told once, and with those queues only that the listener may see.
/// </summary>
/// <param name="Queues">The queues, in the order of the SOP.</param>
/// <param name="Group">The name of the hub's group.</param>
public sealed record QueueAudience(IReadOnlyList<WorkQueue> Queues, string Group)
{
    /// <summary>The audience that sees these queues.</summary>
    public static QueueAudience Of(IEnumerable<WorkQueue> queues)
    {
        WorkQueue[] sorted = [.. queues.Order()];
        return new QueueAudience(sorted, $"queues:{string.Join(',', sorted)}");
    }

    /// <summary>What this audience is told of a change, or null when nothing in it is for them.</summary>
    public CaseChangedMessage? Tell(CaseChange change)
    {
        string[] visible = [.. Queues.Where(change.Queues.Contains).Select(queue => queue.ToString())];
        return visible.Length == 0 ? null : new CaseChangedMessage(change.Number, visible, change.Version);
    }
}
