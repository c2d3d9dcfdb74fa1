using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>Late and nearly late work of a queue.</summary>
/// <param name="Late">Late.</param>
/// <param name="Soon">Late soon.</param>
internal sealed record DueCounts(int Late, int Soon);

/// <summary>Live work of a person.</summary>
/// <param name="StaffId">Id of the staff account.</param>
/// <param name="Name">Display name when it was claimed.</param>
/// <param name="Claimed">Work items.</param>
/// <param name="Late">How many are late.</param>
internal sealed record LivePerson(string StaffId, string? Name, int Claimed, int Late);

/// <summary>
/// What becomes late by the mere passing of time, which no write tells. The projections know the live work by the hour in which
/// it is due; only the hours through which "now" and "soon" run are looked at row by row, over an index on the due time.
/// </summary>
/// <param name="context">The context.</param>
/// <param name="filter">Product, channel and province.</param>
internal sealed class LiveFigures(OnboardingContext context, FigureFilter filter)
{
    /// <summary>Late and nearly late work by queue.</summary>
    public async Task<IReadOnlyDictionary<WorkQueue, DueCounts>> DueAsync(FigureCounts counts, DateTimeOffset now, DateTimeOffset soon, CancellationToken cancellationToken)
    {
        var (nowHour, soonHour) = (CaseFigures.Hour(now), CaseFigures.Hour(soon));
        var late = new Dictionary<WorkQueue, int>();
        var pressing = new Dictionary<WorkQueue, int>();
        void Add(Dictionary<WorkQueue, int> sums, WorkQueue queue, int count) => sums[queue] = sums.GetValueOrDefault(queue) + count;
        foreach (var (name, count) in counts.Family(FigureNames.Due))
        {
            var (queue, hour) = Place(name);
            if (hour < nowHour)
            {
                Add(late, queue, (int)count);
            }
            else if (hour > nowHour && hour < soonHour)
            {
                Add(pressing, queue, (int)count);
            }
        }

        foreach (var hour in new HashSet<long> { nowHour, soonHour })
        {
            foreach (var (queue, lateNow, lateSoon) in await InHourAsync(hour, now, soon, cancellationToken))
            {
                Add(late, queue, lateNow);
                Add(pressing, queue, lateSoon);
            }
        }

        return late.Keys.Union(pressing.Keys).ToDictionary(queue => queue, queue => new DueCounts(late.GetValueOrDefault(queue), pressing.GetValueOrDefault(queue)));
    }

    /// <summary>Live work of everybody who has some.</summary>
    public Task<List<LivePerson>> PeopleAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Live().Where(item => item.AssigneeId != null)
            .GroupBy(item => new { item.AssigneeId, item.AssigneeName })
            .Select(group => new LivePerson(group.Key.AssigneeId!, group.Key.AssigneeName, group.Count(), group.Count(item => item.DueAt != null && item.DueAt < now)))
            .ToListAsync(cancellationToken);

    /// <summary>
    /// What has been late for longest. Of everything, it stands at the front of the index. Of a part of the cases it may stand anywhere; the counts know in which
    /// hours, and no more of them are looked at than there are lines.
    /// </summary>
    public async Task<List<LateItem>> LatestAsync(FigureCounts counts, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        if (filter.IsOfAll)
        {
            return await Oldest(Live().Where(item => item.DueAt != null && item.DueAt < now), most).ToListAsync(cancellationToken);
        }

        var late = new List<LateItem>();
        foreach (var hour in counts.Family(FigureNames.Due).Select(due => Place(due.Name).Hour).Where(hour => hour <= CaseFigures.Hour(now)).Distinct().Order().Take(most + 1))
        {
            var (start, end) = (DateTimeOffset.UnixEpoch.AddHours(hour), DateTimeOffset.UnixEpoch.AddHours(hour + 1));
            late.AddRange(await Oldest(Live().Where(item => item.DueAt >= start && item.DueAt < end && item.DueAt < now), most - late.Count).ToListAsync(cancellationToken));
            if (late.Count == most)
            {
                break;
            }
        }

        return late;
    }

    private static (WorkQueue Queue, long Hour) Place(string name)
    {
        var split = name.IndexOf(':', StringComparison.Ordinal);
        return (Enum.Parse<WorkQueue>(name.AsSpan(0, split)), long.Parse(name.AsSpan(split + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private IQueryable<LateItem> Oldest(IQueryable<WorkItem> items, int most) => items
        .OrderBy(item => item.DueAt).ThenBy(item => item.Id)
        .Take(most)
        .Join(context.Cases, item => item.CaseId, owner => owner.Id, (item, owner) => new LateItem(owner.Id, owner.Number, item.Queue, item.AssigneeName, item.DueAt!.Value));

    private async Task<IReadOnlyList<(WorkQueue Queue, int Late, int Soon)>> InHourAsync(long hour, DateTimeOffset now, DateTimeOffset soon, CancellationToken cancellationToken)
    {
        var start = DateTimeOffset.UnixEpoch.AddHours(hour);
        var end = start.AddHours(1);
        var found = await Live().Where(item => item.DueAt >= start && item.DueAt < end)
            .GroupBy(item => item.Queue)
            .Select(group => new { Queue = group.Key, Late = group.Count(item => item.DueAt < now), Soon = group.Count(item => item.DueAt >= now && item.DueAt <= soon) })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(entry => (entry.Queue, entry.Late, entry.Soon));
    }

    private IQueryable<WorkItem> Live() => FigureCases.Of(context.WorkItems.AsNoTracking().Where(item => item.ClosedAt == null), filter);
}
