using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Queues.Work;

/// <summary>The letters that work on the page of every case, where their action is offered.</summary>
public static class CaseKeys
{
    /// <summary>The keys and what they do.</summary>
    public static IReadOnlyList<(string Keys, string Text)> All =>
    [
        ("c", DomainTexts.Of(WorkItemAction.Claim)), ("r", DomainTexts.Of(WorkItemAction.Release)), ("a", DomainTexts.Of(WorkItemAction.Assign)),
        ("s", WorkText.KeySnooze), ("w", WorkText.Wake), ("n", WorkText.KeyTakeNext),
    ];
}
