using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>
/// Lets a supervisor hand out some of the open work, and tells people of what takes long, through the gate that everybody uses: so that the
/// bell of a demonstration has something to show.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="work">Assigns.</param>
/// <param name="steps">Tells of work that takes long.</param>
public sealed class SeedHandovers(OnboardingContextFactory contexts, WorkItemHandler work, TakeEscalationStepsHandler steps)
{
    private const int MostForEach = 2;

    private static readonly ActorRole[] Teams = [ActorRole.CustomerService, ActorRole.Administration, ActorRole.InformationTechnology];

    /// <summary>Hands it out; answers how many work items.</summary>
    public async Task<int> AddAsync(IReadOnlyList<Actor> staff, CancellationToken cancellationToken)
    {
        var supervisor = new SeedCast(staff).Pick(ActorRole.Supervisor, new Random(MostForEach));
        var done = 0;
        foreach (var role in Teams)
        {
            foreach (var person in staff.Where(person => person.Has(role)))
            {
                foreach (var item in await OpenAsync(role, cancellationToken))
                {
                    // Four eyes may forbid one to this person: it stays where it is.
                    done += (await work.AssignAsync(item, person, supervisor, cancellationToken)).IsDone ? 1 : 0;
                }
            }
        }

        await steps.HandleAsync(cancellationToken);
        return done;
    }

    private async Task<List<Guid>> OpenAsync(ActorRole role, CancellationToken cancellationToken)
    {
        var queues = WorkQueues.WorkedBy(new HashSet<ActorRole> { role }).ToList();
        await using var context = contexts.CreateDbContext();
        return await context.WorkItems.AsNoTracking()
            .Where(item => item.ClosedAt == null && item.AssigneeId == null && item.DueAt != null && queues.Contains(item.Queue))
            .OrderByDescending(item => item.OpenedAt).ThenBy(item => item.Id)
            .Take(MostForEach).Select(item => item.Id).ToListAsync(cancellationToken);
    }
}
