using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Queues;

/// <summary>What a row offers to the person who looks: the core says with the row what may be done, the page what there is a button for.</summary>
/// <param name="Claim">To take the work.</param>
/// <param name="Release">To give it back.</param>
/// <param name="Assign">To give it to somebody.</param>
/// <param name="Aside">To put it aside, or to bring it back.</param>
/// <param name="IsAside">It is put aside.</param>
internal readonly record struct QueueRowOffer(bool Claim, bool Release, bool Assign, bool Aside, bool IsAside)
{
    /// <summary>What the box to choose the row says when it is pressed.</summary>
    public const string ChoosePress = "choose";

    /// <summary>What the button says that takes the work.</summary>
    public const string ClaimPress = "claim";

    /// <summary>What the button says that gives it back.</summary>
    public const string ReleasePress = "release";

    /// <summary>What the button says that gives it to somebody.</summary>
    public const string AssignPress = "assign";

    /// <summary>What the button says that puts it aside or brings it back.</summary>
    public const string AsidePress = "aside";

    /// <summary>What is offered with a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isOwn">The person has the work. It can be claimed again, to no effect; there is no button for that.</param>
    /// <param name="hasDesk">The page puts work aside.</param>
    public static QueueRowOffer Of(QueueRow row, bool isOwn, bool hasDesk)
    {
        bool isAside = row.Actions.Contains(WorkItemAction.Wake);
        return new QueueRowOffer(
            row.Actions.Contains(WorkItemAction.Claim) && !isOwn,
            row.Actions.Contains(WorkItemAction.Release),
            row.Actions.Contains(WorkItemAction.Assign),
            hasDesk && (isAside || row.Actions.Contains(WorkItemAction.Snooze)),
            isAside);
    }
}
