using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>How much work a person has.</summary>
/// <param name="StaffId">The person.</param>
/// <param name="Name">Display name when the work was given.</param>
/// <param name="Queue">In which queue.</param>
/// <param name="Count">How many work items, with those that wait for applicants.</param>
/// <param name="Late">How many of them are late.</param>
public sealed record StaffLoad(string StaffId, string Name, WorkQueue Queue, int Count, int Late);

/// <summary>Reads who has which work, for the supervisor.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Says what is late.</param>
public sealed class LoadReader(OnboardingContextFactory contexts, TimeProvider clock)
{
    /// <summary>Everybody who has work, by name and queue; nothing for who is no supervisor.</summary>
    public async Task<IReadOnlyList<StaffLoad>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Supervisor))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        await using var context = contexts.CreateDbContext();
        var loads = await context.WorkItems.AsNoTracking()
            .Where(item => item.ClosedAt == null && item.AssigneeId != null)
            .GroupBy(item => new { item.AssigneeId, item.AssigneeName, item.Queue })
            .Select(group => new
            {
                group.Key.AssigneeId,
                group.Key.AssigneeName,
                group.Key.Queue,
                Count = group.Count(),
                Late = group.Count(item => item.DueAt != null && item.DueAt < now),
            })
            .ToListAsync(cancellationToken);
        return [.. loads
            .Select(load => new StaffLoad(load.AssigneeId!, load.AssigneeName ?? string.Empty, load.Queue, load.Count, load.Late))
            .OrderBy(load => load.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(load => load.StaffId, StringComparer.Ordinal).ThenBy(load => load.Queue)];
    }

    /// <summary>The work that a person has, most urgent first.</summary>
    internal async Task<IReadOnlyList<Guid>> OfAsync(string staffId, int size, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.WorkItems.AsNoTracking()
            .Where(item => item.ClosedAt == null && item.AssigneeId == staffId)
            .OrderBy(item => item.UrgencyAt).ThenBy(item => item.Id)
            .Take(size)
            .Select(item => item.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>How many work items a person has.</summary>
    internal async Task<int> CountAsync(string staffId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.WorkItems.CountAsync(item => item.ClosedAt == null && item.AssigneeId == staffId, cancellationToken);
    }

    /// <summary>Work items as they are now, by id; those that there are not are left out.</summary>
    internal async Task<Dictionary<Guid, WorkItemBefore>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.WorkItems.AsNoTracking()
            .Where(item => ids.Contains(item.Id))
            .Join(context.Cases, item => item.CaseId, owner => owner.Id, (item, owner) => new WorkItemBefore(item.Id, owner.Id, owner.Number, owner.Version, item.AssigneeId))
            .ToDictionaryAsync(item => item.Id, cancellationToken);
    }
}
