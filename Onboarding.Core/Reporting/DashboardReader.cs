using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>What a supervisor sees at a glance (SOP: Supervisor Layanan, "pengawasan").</summary>
/// <param name="ByStatus">Cases per status; a status without cases is 0.</param>
/// <param name="OnHold">Cases that compliance holds.</param>
/// <param name="Queues">Live work per queue.</param>
/// <param name="People">Live work per person, the most loaded first.</param>
/// <param name="Late">The work items that are late, the latest first; at most <see cref="DashboardReader.MostLate"/>.</param>
/// <param name="LateCount">How many are late in all.</param>
/// <param name="At">The instant of these figures (UTC).</param>
public sealed record Dashboard(
    IReadOnlyDictionary<CaseStatus, int> ByStatus, int OnHold, IReadOnlyList<QueueLoad> Queues, IReadOnlyList<PersonLoad> People,
    IReadOnlyList<LateItem> Late, int LateCount, DateTimeOffset At);

/// <summary>Load of a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Open">Work items that nobody has.</param>
/// <param name="Claimed">Work items that somebody works on.</param>
/// <param name="Waiting">Work items that wait for the applicant.</param>
/// <param name="Late">Work items that are late.</param>
public sealed record QueueLoad(WorkQueue Queue, int Open, int Claimed, int Waiting, int Late);

/// <summary>Load of a person.</summary>
/// <param name="StaffId">Id of the staff account.</param>
/// <param name="Name">Display name.</param>
/// <param name="Claimed">Work items the person has.</param>
/// <param name="Late">How many of them are late.</param>
public sealed record PersonLoad(string StaffId, string Name, int Claimed, int Late);

/// <summary>A late work item.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="Queue">Queue.</param>
/// <param name="AssigneeName">Who has it, or null.</param>
/// <param name="DueAt">Since when it is late (UTC).</param>
public sealed record LateItem(Guid CaseId, string Number, WorkQueue Queue, string? AssigneeName, DateTimeOffset DueAt);

/// <summary>Reads the dashboard.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Clock.</param>
public sealed class DashboardReader(OnboardingContextFactory contexts, TimeProvider clock)
{
    /// <summary>The longest list of late work items.</summary>
    public const int MostLate = 20;

    /// <summary>The figures of now, for supervisors and compliance.</summary>
    public async Task<Result<Dashboard>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Supervisor) && !actor.Has(ActorRole.Compliance))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var byStatus = await context.Cases.GroupBy(item => item.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(entry => entry.Status, entry => entry.Count, cancellationToken);
        var live = context.WorkItems.AsNoTracking().Where(item => item.ClosedAt == null);
        var load = await live.GroupBy(item => new { item.Queue, item.State })
            .Select(group => new { group.Key.Queue, group.Key.State, Count = group.Count(), Late = group.Count(item => item.DueAt != null && item.DueAt < now) })
            .ToListAsync(cancellationToken);
        var people = await live.Where(item => item.AssigneeId != null)
            .GroupBy(item => new { item.AssigneeId, item.AssigneeName })
            .Select(group => new { group.Key.AssigneeId, group.Key.AssigneeName, Count = group.Count(), Late = group.Count(item => item.DueAt != null && item.DueAt < now) })
            .ToListAsync(cancellationToken);
        var late = await live.Where(item => item.DueAt != null && item.DueAt < now)
            .OrderBy(item => item.DueAt)
            .Take(MostLate)
            .Join(context.Cases, item => item.CaseId, owner => owner.Id, (item, owner) => new LateItem(owner.Id, owner.Number, item.Queue, item.AssigneeName, item.DueAt!.Value))
            .ToListAsync(cancellationToken);

        int Count(WorkQueue queue, WorkItemState state) => load.Where(entry => entry.Queue == queue && entry.State == state).Sum(entry => entry.Count);
        return new Dashboard(
            Enum.GetValues<CaseStatus>().ToDictionary(status => status, status => byStatus.GetValueOrDefault(status)),
            await context.Cases.CountAsync(item => item.Hold != null, cancellationToken),
            [.. WorkQueues.All.Select(info => new QueueLoad(
                info.Queue, Count(info.Queue, WorkItemState.Open), Count(info.Queue, WorkItemState.Claimed), Count(info.Queue, WorkItemState.Waiting),
                load.Where(entry => entry.Queue == info.Queue).Sum(entry => entry.Late)))],
            [.. people.Select(entry => new PersonLoad(entry.AssigneeId!, entry.AssigneeName ?? string.Empty, entry.Count, entry.Late))
                .OrderByDescending(person => person.Claimed).ThenBy(person => person.Name, StringComparer.CurrentCulture)],
            late,
            load.Sum(entry => entry.Late),
            now);
    }
}
