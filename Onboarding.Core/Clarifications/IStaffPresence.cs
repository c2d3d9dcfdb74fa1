using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>Says who still works here. The accounts belong to the host; the core knows people by their ids alone.</summary>
public interface IStaffPresence
{
    /// <summary>True when the account exists, may sign in and has the role.</summary>
    /// <param name="staffId">Id of the account.</param>
    /// <param name="role">The role that the work needs.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<bool> WorksAsync(string staffId, ActorRole role, CancellationToken cancellationToken);

    /// <summary>True when the account exists and may sign in.</summary>
    /// <param name="staffId">Id of the account.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<bool> IsHereAsync(string staffId, CancellationToken cancellationToken);

    /// <summary>The ids of the accounts that may sign in and have the role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<string>> WorkersAsync(ActorRole role, CancellationToken cancellationToken);
}

/// <summary>
/// Brings a case back to the person who asked. When that person has left meanwhile, it goes to the queue, where the others
/// see it; otherwise it would lie with nobody.
/// </summary>
/// <param name="presence">Who works here.</param>
/// <param name="contexts">Makes contexts for reading.</param>
internal sealed class ReturnToAsker(IStaffPresence presence, OnboardingContextFactory contexts)
{
    /// <summary>Id of the person who has the case but works here no longer, or null. Asked before the write, which must not wait for other stores.</summary>
    public async Task<string?> FindGoneAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var item = await context.WorkItems.AsNoTracking()
            .Where(entry => entry.CaseId == caseId && entry.ClosedAt == null && entry.Concern == null && entry.AssigneeId != null)
            .Select(entry => new { entry.AssigneeId, entry.Queue })
            .SingleOrDefaultAsync(cancellationToken);
        return item is null || await presence.WorksAsync(item.AssigneeId!, WorkQueues.Of(item.Queue).Role, cancellationToken) ? null : item.AssigneeId;
    }

    /// <summary>Puts the work back into the queue when it lies with the person who has gone.</summary>
    public static void Return(CaseWork work, string? gone)
    {
        if (gone is not null && work.Case.LiveWorkItem is { } item && item.AssigneeId == gone)
        {
            item.GiveBack();
            work.Note(item, WorkItemAction.Release, $$"""{"workItem":"{{item.Id:N}}","before":"{{gone}}","after":""}""");
        }
    }
}
