using System.Collections.Frozen;

namespace Onboarding.Core.Workflow;

/// <summary>Which role works which queue (SOP, "Penanggung Jawab" of each stage), and how long a work item may take.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Role">The role that works it.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="Target">Working time until a work item is late, unless settings say otherwise.</param>
public sealed record WorkQueueInfo(WorkQueue Queue, ActorRole Role, Stage Stage, TimeSpan Target);

/// <summary>The queues as data.</summary>
public static class WorkQueues
{
    /// <summary>All queues in the order of the SOP.</summary>
    public static readonly IReadOnlyList<WorkQueueInfo> All =
    [
        new(WorkQueue.Intake, ActorRole.CustomerService, Stage.Intake, TimeSpan.FromHours(4)),
        new(WorkQueue.Verification, ActorRole.Administration, Stage.Verification, TimeSpan.FromHours(9)),
        new(WorkQueue.Recording, ActorRole.Administration, Stage.Recording, TimeSpan.FromHours(4)),
        new(WorkQueue.Storage, ActorRole.InformationTechnology, Stage.Recording, TimeSpan.FromHours(4)),
        new(WorkQueue.Approval, ActorRole.Supervisor, Stage.Approval, TimeSpan.FromHours(9)),
        new(WorkQueue.ActivationFailure, ActorRole.InformationTechnology, Stage.Approval, TimeSpan.FromHours(2)),
        new(WorkQueue.FollowUp, ActorRole.CustomerService, Stage.FollowUp, TimeSpan.FromHours(9)),
        new(WorkQueue.CustomerCare, ActorRole.CustomerService, Stage.FollowUp, TimeSpan.FromHours(9)),
        new(WorkQueue.Incidents, ActorRole.InformationTechnology, Stage.Recording, TimeSpan.FromHours(2)),
        new(WorkQueue.Escalations, ActorRole.Supervisor, Stage.Approval, TimeSpan.FromHours(9)),
    ];

    private static readonly FrozenDictionary<WorkQueue, WorkQueueInfo> ByQueue = All.ToFrozenDictionary(info => info.Queue);

    /// <summary>What is known of a queue.</summary>
    public static WorkQueueInfo Of(WorkQueue queue) => ByQueue[queue];

    /// <summary>The queues that these roles work. A supervisor also sees, but does not work, the others.</summary>
    public static IReadOnlyList<WorkQueue> WorkedBy(IReadOnlySet<ActorRole> roles) =>
        [.. All.Where(info => roles.Contains(info.Role)).Select(info => info.Queue)];

    /// <summary>
    /// The queues that these roles may look at: their own; all of them for the supervisor ("pengawasan")
    /// and for compliance ("memastikan seluruh proses").
    /// </summary>
    public static IReadOnlyList<WorkQueue> VisibleTo(IReadOnlySet<ActorRole> roles) =>
        roles.Contains(ActorRole.Supervisor) || roles.Contains(ActorRole.Compliance)
            ? [.. All.Select(info => info.Queue)]
            : WorkedBy(roles);
}
