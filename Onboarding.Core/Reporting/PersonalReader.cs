using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>The work of one person.</summary>
/// <param name="Claimed">Work items in hand.</param>
/// <param name="Late">How many of them are late.</param>
/// <param name="DoneToday">Work items done today.</param>
/// <param name="Done">Work items done in the last seven days, today included.</param>
/// <param name="DoneLate">How many of those after their time.</param>
/// <param name="From">The first of the seven days.</param>
/// <param name="Today">The day it is, in the office's zone.</param>
public sealed record PersonalFigures(int Claimed, int Late, int DoneToday, int Done, int DoneLate, DateOnly From, DateOnly Today)
{
    /// <summary>Share of the work that was done in time, from 0 to 1; null without work.</summary>
    public double? MetShare => Done == 0 ? null : (double)(Done - DoneLate) / Done;
}

/// <summary>Reads the figures of one person. They are few rows behind an index of the person, so they are read themselves.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="policies">The office's zone.</param>
/// <param name="clock">Clock.</param>
public sealed class PersonalReader(OnboardingContextFactory contexts, SlaPolicyProvider policies, TimeProvider clock)
{
    /// <summary>Days that are looked back, today included.</summary>
    public const int Days = 7;

    /// <summary>The own figures, for every member of staff.</summary>
    public async Task<Result<PersonalFigures>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff)
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var policy = await policies.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        var today = policy.DateAt(now);
        var from = today.AddDays(1 - Days);
        var (start, midnight) = (Midnight(from, policy), Midnight(today, policy));
        await using var context = contexts.CreateDbContext();
        var own = context.WorkItems.AsNoTracking().Where(item => item.AssigneeId == actor.Id);
        var live = await own.Where(item => item.ClosedAt == null).GroupBy(_ => 1)
            .Select(group => new { Claimed = group.Count(), Late = group.Count(item => item.DueAt != null && item.DueAt < now) })
            .SingleOrDefaultAsync(cancellationToken);
        var done = await own.Where(item => item.ClosedAt != null && item.ClosedAt >= start && item.State == WorkItemState.Done).GroupBy(_ => 1)
            .Select(group => new { Done = group.Count(), Late = group.Count(item => item.ClosedLate), Today = group.Count(item => item.ClosedAt >= midnight) })
            .SingleOrDefaultAsync(cancellationToken);
        return new PersonalFigures(live?.Claimed ?? 0, live?.Late ?? 0, done?.Today ?? 0, done?.Done ?? 0, done?.Late ?? 0, from, today);
    }

    private static DateTimeOffset Midnight(DateOnly day, SlaPolicy policy) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), policy.Zone.Offset()).ToUniversalTime();
}
