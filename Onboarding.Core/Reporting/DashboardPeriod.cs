using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>The dashboard of a period, for a meeting or a file (SOP: Supervisor Layanan, "pengawasan").</summary>
/// <param name="From">First day, in the office's zone.</param>
/// <param name="To">Last day, in the office's zone.</param>
/// <param name="Now">The figures of the moment at which the report was made.</param>
/// <param name="Received">Registrations that came in, by channel; drafts do not count.</param>
/// <param name="Products">Registrations that came in, by product code.</param>
/// <param name="Approved">Approvals decided.</param>
/// <param name="Rejected">Rejections decided.</param>
/// <param name="Activated">Services switched on.</param>
/// <param name="DaysToActivation">Mean time from receipt to activation of those, in days; null when there is none.</param>
/// <param name="Ended">Cases that reached their end, by the status of now.</param>
/// <param name="Work">Work that was finished, by queue.</param>
/// <param name="Feedback">What customers answered.</param>
public sealed record DashboardPeriod(
    DateOnly From,
    DateOnly To,
    Dashboard Now,
    IReadOnlyDictionary<Channel, int> Received,
    IReadOnlyDictionary<string, int> Products,
    int Approved,
    int Rejected,
    int Activated,
    double? DaysToActivation,
    IReadOnlyDictionary<CaseStatus, int> Ended,
    IReadOnlyList<QueueDone> Work,
    FeedbackFigures Feedback);

/// <summary>Work that was finished in a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Done">How many work items.</param>
/// <param name="Late">How many of them after their time.</param>
public sealed record QueueDone(WorkQueue Queue, int Done, int Late);

/// <summary>Answers to the Form Feedback Pelanggan.</summary>
/// <param name="Count">How many answers.</param>
/// <param name="Satisfaction">Mean satisfaction, 1 to 5; null without answers.</param>
/// <param name="Ease">Mean ease, 1 to 5; null without answers.</param>
public sealed record FeedbackFigures(int Count, double? Satisfaction, double? Ease);

/// <summary>Reads the dashboard of a period.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="dashboard">The figures of now; decides who may see them.</param>
/// <param name="policies">The office's zone.</param>
public sealed class DashboardPeriodReader(OnboardingContextFactory contexts, DashboardReader dashboard, SlaPolicyProvider policies)
{
    /// <summary>The longest period, in days.</summary>
    public const int MostDays = 366;

    // Farther out a day of the office has no instant any more.
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(9000, 12, 31);

    /// <summary>The figures from one day to another, both included, for supervisors and compliance.</summary>
    public async Task<Result<DashboardPeriod>> ReadAsync(DateOnly from, DateOnly to, Actor actor, CancellationToken cancellationToken)
    {
        var now = await dashboard.ReadAsync(actor, cancellationToken);
        if (!now.IsDone)
        {
            return now.Refusal;
        }

        if (from < FirstDay || to > LastDay || to < from || to.DayNumber - from.DayNumber >= MostDays)
        {
            return new Invalid(nameof(DashboardPeriod.To), InputProblem.OutOfRange, "1", MostDays.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var zone = (await policies.GetAsync(cancellationToken)).Zone;
        var (start, end) = (Midnight(from, zone), Midnight(to.AddDays(1), zone));
        await using var context = contexts.CreateDbContext();
        var received = context.Cases.AsNoTracking().Where(owner => owner.CreatedAt >= start && owner.CreatedAt < end && owner.Status != CaseStatus.Draft);
        var decisions = await context.Set<Decision>().AsNoTracking()
            .Where(decision => decision.At >= start && decision.At < end)
            .GroupBy(decision => decision.Outcome).Select(group => new { Outcome = group.Key, Count = group.Count() })
            .ToDictionaryAsync(entry => entry.Outcome, entry => entry.Count, cancellationToken);
        var (activated, days) = await ActivationsAsync(context, start, end, cancellationToken);
        CaseStatus[] ends = [CaseStatus.Completed, CaseStatus.Rejected, CaseStatus.Withdrawn, CaseStatus.Expired, CaseStatus.Cancelled];
        var ended = await context.Cases.AsNoTracking()
            .Where(owner => ends.Contains(owner.Status) && owner.StatusSince >= start && owner.StatusSince < end)
            .GroupBy(owner => owner.Status).Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(entry => entry.Status, entry => entry.Count, cancellationToken);
        return new DashboardPeriod(
            from,
            to,
            now.Value,
            await received.GroupBy(owner => owner.Channel).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(entry => entry.Key, entry => entry.Count, cancellationToken),
            await received.GroupBy(owner => owner.ProductCode).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(entry => entry.Key, entry => entry.Count, cancellationToken),
            decisions.GetValueOrDefault(DecisionOutcome.Approved),
            decisions.GetValueOrDefault(DecisionOutcome.Rejected),
            activated,
            days,
            ends.ToDictionary(status => status, status => ended.GetValueOrDefault(status)),
            await WorkAsync(context, start, end, cancellationToken),
            await FeedbackAsync(context, start, end, cancellationToken));
    }

    private static DateTimeOffset Midnight(DateOnly day, IndonesianTimeZone zone) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), zone.Offset()).ToUniversalTime();

    // Two instants a case and no more: a year of them fits well into memory.
    private static async Task<(int Count, double? Days)> ActivationsAsync(OnboardingContext context, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var pairs = await context.Cases.AsNoTracking()
            .Where(owner => owner.ActivatedAt >= start && owner.ActivatedAt < end)
            .Select(owner => new { owner.CreatedAt, owner.ActivatedAt })
            .ToListAsync(cancellationToken);
        return (pairs.Count, pairs.Count == 0 ? null : pairs.Average(pair => (pair.ActivatedAt!.Value - pair.CreatedAt).TotalDays));
    }

    private static async Task<IReadOnlyList<QueueDone>> WorkAsync(OnboardingContext context, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var done = await context.WorkItems.AsNoTracking()
            .Where(item => item.State == WorkItemState.Done && item.ClosedAt >= start && item.ClosedAt < end)
            .GroupBy(item => item.Queue)
            .Select(group => new { Queue = group.Key, Count = group.Count(), Late = group.Count(item => item.DueAt != null && item.DueAt < item.ClosedAt) })
            .ToListAsync(cancellationToken);
        return [.. WorkQueues.All.Select(info => done.Find(entry => entry.Queue == info.Queue) is { } entry
            ? new QueueDone(info.Queue, entry.Count, entry.Late)
            : new QueueDone(info.Queue, 0, 0))];
    }

    private static async Task<FeedbackFigures> FeedbackAsync(OnboardingContext context, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var given = context.Feedbacks.AsNoTracking().Where(feedback => feedback.GivenAt >= start && feedback.GivenAt < end);
        return new FeedbackFigures(
            await given.CountAsync(cancellationToken),
            await given.AverageAsync(feedback => (double?)feedback.Satisfaction, cancellationToken),
            await given.AverageAsync(feedback => (double?)feedback.Ease, cancellationToken));
    }
}
