using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The supervisor approves a case that was chosen with others on a list (stage 4).</summary>
/// <param name="WorkItemId">Its work item.</param>
/// <param name="Version">The version of the case that the list showed.</param>
/// <param name="IsMine">Whether the list showed it as claimed by this person.</param>
public sealed record ApproveFromList(Guid WorkItemId, int Version, bool IsMine);

/// <summary>Handles <see cref="ApproveFromList"/>: the same steps as by hand, each asked of the core, for one case.</summary>
/// <param name="workItems">Claims, and gives back what could not be approved.</param>
/// <param name="approve">Approves.</param>
/// <param name="contexts">Makes contexts for reading.</param>
public sealed class ApproveFromListHandler(WorkItemHandler workItems, ApproveCaseHandler approve, OnboardingContextFactory contexts) : IUseCase
{
    /// <summary>Claims the case and approves it, when it is as it was shown and nothing about it asks to be looked at.</summary>
    public async Task<Result<CaseState>> HandleAsync(ApproveFromList command, Actor actor, CancellationToken cancellationToken)
    {
        var wasClaimed = await IsClaimedAsync(command.WorkItemId, actor, cancellationToken);
        var claimed = await workItems.ClaimAsync(command.WorkItemId, actor, cancellationToken);
        if (!claimed.IsDone)
        {
            return claimed;
        }

        // The claim is a change of its own; one more than that is somebody else's.
        var result = claimed.Value.Version == command.Version + (command.IsMine ? 0 : 1)
            ? await approve.HandleAsync(
                new ApproveCase(new CaseTarget(claimed.Value.CaseId, claimed.Value.Version), Remark: null) { OnlyWithoutWarnings = true }, actor, cancellationToken)
            : new Conflict(RefusalCode.VersionConflict);
        if (!result.IsDone && !wasClaimed)
        {
            await workItems.ReleaseAsync(command.WorkItemId, actor, CancellationToken.None);
        }

        return result;
    }

    // What this person had taken up before, in another window perhaps, stays taken up: the list may be older than that.
    private async Task<bool> IsClaimedAsync(Guid workItemId, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.WorkItems.AnyAsync(item => item.Id == workItemId && item.State == WorkItemState.Claimed && item.AssigneeId == actor.Id, cancellationToken);
    }
}
