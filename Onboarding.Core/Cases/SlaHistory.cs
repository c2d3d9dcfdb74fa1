using Onboarding.Core.Sla;

namespace Onboarding.Core.Cases;

/// <summary>How long one work item of a stage took.</summary>
/// <param name="Item">The work item.</param>
/// <param name="Took">Working time from the queue to its end, without waiting for the applicant; null while it is not closed.</param>
/// <param name="Target">How long it may take, in working time.</param>
/// <param name="WasLate">Whether it was closed after its time, or is past it.</param>
public sealed record StageTime(WorkItem Item, TimeSpan? Took, TimeSpan Target, bool WasLate);

/// <summary>The service times of a case, stage by stage, from its work items. A time on hold counts as working time.</summary>
internal static class SlaHistory
{
    /// <summary>Every work item of a stage, oldest first.</summary>
    public static IReadOnlyList<StageTime> Read(OnboardingCase owner, SlaPolicy policy, DateTimeOffset now) =>
        [.. owner.WorkItems.Where(item => item.Concern is null).OrderBy(item => item.OpenedAt).ThenBy(item => item.Queue)
            .Select(item => new StageTime(item, item.ClosedAt is { } end ? Took(owner, item.OpenedAt, end, policy.Calendar) : null, policy.Target(item.Queue), item.IsLate(now)))];

    private static TimeSpan Took(OnboardingCase owner, DateTimeOffset start, DateTimeOffset end, WorkingCalendar calendar)
    {
        var waited = owner.Clarifications
            .Where(round => round.AskedAt >= start && round.AskedAt < end)
            .Select(round => calendar.Between(round.AskedAt, round.ClosedAt is { } closed && closed < end ? closed : end))
            .Aggregate(TimeSpan.Zero, (sum, span) => sum + span);
        var all = calendar.Between(start, end);
        return waited < all ? all - waited : TimeSpan.Zero;
    }
}
