using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>Reads the dashboard: the projections, and of the live work what changes by the mere passing of time.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="policies">The office's zone and calendar.</param>
/// <param name="clock">Clock.</param>
public sealed class OverviewReader(OnboardingContextFactory contexts, SlaPolicyProvider policies, TimeProvider clock)
{
    /// <summary>The longest list of late work items.</summary>
    public const int MostLate = 20;

    /// <summary>Days of follow-ups that are looked ahead.</summary>
    public const int DaysAhead = 7;

    /// <summary>The last working time in which somebody can still save it.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    private readonly FigureReader _figures = new();

    /// <summary>True when this person may see the figures of the whole office.</summary>
    public static bool MaySee(Actor actor) => actor.Has(ActorRole.Supervisor) || actor.Has(ActorRole.Compliance);

    /// <summary>The dashboard, for supervisors and compliance.</summary>
    public async Task<Result<Overview>> ReadAsync(FigureFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        if (!MaySee(actor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        return filter.IsValid
            ? await ReadAsync(filter, cancellationToken)
            : new Invalid(nameof(FigureFilter.To), InputProblem.OutOfRange, "1", FigureFilter.MostDays.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>How things stand, for whoever the caller has let in already: the wallboard, which knows no person.</summary>
    internal async Task<Overview> ReadAsync(FigureFilter filter, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var sums = await _figures.ReadAsync(context, filter, cancellationToken);
        var provinces = await _figures.ReadProvincesAsync(context, filter, cancellationToken);
        var live = new LiveFigures(context, filter);
        var due = await live.DueAsync(sums.Now, now, policy.Calendar.Add(now, Soon), cancellationToken);
        var people = await live.PeopleAsync(now, cancellationToken);
        var late = await live.LatestAsync(sums.Now, now, MostLate, cancellationToken);
        return new Overview(
            filter,
            now,
            Stand(sums.Now, due, policy.DateAt(now)),
            PeriodFigures.Of(sums.Period),
            PeriodFigures.Of(sums.Before),
            [.. sums.Steps.Select(Step)],
            Shares(sums.Products),
            Shares(sums.Channels),
            Shares(provinces),
            People(people, sums),
            late);
    }

    private static Standing Stand(FigureCounts counts, IReadOnlyDictionary<WorkQueue, DueCounts> due, DateOnly today)
    {
        int Count(WorkQueue queue, WorkItemState state) => (int)counts[FigureNames.Of(queue, state)];
        var calls = counts.Family(FigureNames.CallDue).Select(entry => (Day: Code(entry.Name), Count: (int)entry.Count)).ToList();
        var (code, ahead) = (FigurePlace.Code(today), FigurePlace.Code(today.AddDays(DaysAhead)));
        return new Standing(
            Enum.GetValues<CaseStatus>().ToDictionary(status => status, status => (int)counts[FigureNames.Of(status)]),
            (int)counts[FigureNames.Held],
            [.. WorkQueues.All.Select(info => new QueueLoad(
                info.Queue,
                Count(info.Queue, WorkItemState.Open),
                Count(info.Queue, WorkItemState.Claimed),
                Count(info.Queue, WorkItemState.Waiting),
                due.TryGetValue(info.Queue, out var known) ? known.Late : 0,
                due.TryGetValue(info.Queue, out known) ? known.Soon : 0))],
            Ages(counts, today),
            calls.Where(call => call.Day <= code).Sum(call => call.Count),
            calls.Where(call => call.Day > code && call.Day <= ahead).Sum(call => call.Count));
    }

    private static IReadOnlyList<StageAges> Ages(FigureCounts counts, DateOnly today)
    {
        var ages = Enum.GetValues<Stage>().ToDictionary(stage => stage, _ => new int[AgeBand.All.Count]);
        foreach (var (name, count) in counts.Family(FigureNames.Age))
        {
            var parts = name.Split(':');
            var days = today.DayNumber - FigurePlace.Date(Code(parts[1])).DayNumber;
            ages[Enum.Parse<Stage>(parts[0])][AgeBand.IndexOf(days)] += (int)count;
        }

        return [.. ages.Select(entry => new StageAges(entry.Key, entry.Value))];
    }

    private static TrendStep Step((int Code, FigureCounts Counts) step)
    {
        var isMonth = FigurePlace.Month(step.Code) == step.Code;
        return new TrendStep(
            FigurePlace.Date(isMonth ? step.Code + 1 : step.Code),
            isMonth,
            (int)step.Counts[FigureNames.Received],
            (int)step.Counts.Family(FigureNames.Ended).Sum(entry => entry.Count));
    }

    private static IReadOnlyList<Share> Shares(IReadOnlyDictionary<string, FigureCounts> counts) =>
        [.. counts.Select(entry => new Share(entry.Key, PeriodFigures.Of(entry.Value)))
            .Where(share => share.Figures.Received + share.Figures.EndedTotal + share.Figures.Done > 0)
            .OrderByDescending(share => share.Figures.Received).ThenBy(share => share.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<PersonFigures> People(IReadOnlyList<LivePerson> live, FigureSums sums)
    {
        Dictionary<string, int> By(FigureCounts counts, string family) =>
            counts.Family(family).ToDictionary(entry => Uri.UnescapeDataString(entry.Name), entry => (int)entry.Count, StringComparer.Ordinal);
        var (done, late, before) = (By(sums.Period, FigureNames.Person), By(sums.Period, FigureNames.PersonLate), By(sums.Before, FigureNames.Person));
        var loads = live.GroupBy(person => person.StaffId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return [.. loads.Keys.Union(done.Keys, StringComparer.Ordinal).Union(before.Keys, StringComparer.Ordinal)
            .Select(id =>
            {
                var load = loads.GetValueOrDefault(id) ?? [];
                return new PersonFigures(
                    id, load.FirstOrDefault()?.Name, load.Sum(entry => entry.Claimed), load.Sum(entry => entry.Late),
                    done.GetValueOrDefault(id), late.GetValueOrDefault(id), before.GetValueOrDefault(id));
            })
            .OrderByDescending(person => person.Claimed).ThenByDescending(person => person.Done).ThenBy(person => person.StaffId, StringComparer.Ordinal)];
    }

    private static int Code(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
