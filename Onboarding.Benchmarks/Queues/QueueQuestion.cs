using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Queues;

/// <summary>What is asked of the queues.</summary>
/// <param name="Name">How the report calls it.</param>
/// <param name="Queues">Which queues.</param>
/// <param name="IsNext">The page behind the first.</param>
internal sealed record QueueQuestion(string Name, IReadOnlyList<WorkQueue> Queues, bool IsNext)
{
    /// <summary>What a queue page of Tim Administrasi asks: one tab, all of the role's queues, and the button for more.</summary>
    public static readonly IReadOnlyList<QueueQuestion> All =
    [
        new("one queue, first page", [WorkQueue.Verification], false),
        new("one queue, next page", [WorkQueue.Verification], true),
        new("a role's queues, first page", [WorkQueue.Verification, WorkQueue.Recording], false),
        new("a role's queues, next page", [WorkQueue.Verification, WorkQueue.Recording], true),
    ];
}
