using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>What customers answered in the Form Feedback Pelanggan in a period (SOP stage 5).</summary>
/// <param name="Asked">How many were asked in it, or answered in it.</param>
/// <param name="Satisfaction">How many gave each score, from 1 to 5.</param>
/// <param name="Ease">How many gave each score, from 1 to 5.</param>
/// <param name="Latest">The newest remarks, newest first, without who made them.</param>
/// <param name="LowestGood">The lowest score with which nobody has to call.</param>
public sealed record FeedbackResults(int Asked, IReadOnlyList<int> Satisfaction, IReadOnlyList<int> Ease, IReadOnlyList<FeedbackRemark> Latest, int LowestGood)
{
    /// <summary>How many answered.</summary>
    public int Given => Satisfaction.Sum();

    /// <summary>Average satisfaction, or null when nobody answered.</summary>
    public double? AverageSatisfaction => Average(Satisfaction);

    /// <summary>Average ease, or null when nobody answered.</summary>
    public double? AverageEase => Average(Ease);

    private static double? Average(IReadOnlyList<int> counts) => counts.Sum() is var all and > 0
        ? counts.Select((count, index) => (index + 1) * (double)count).Sum() / all
        : null;
}

/// <summary>A remark of a customer.</summary>
/// <param name="Text">The words.</param>
/// <param name="Satisfaction">From 1 to 5.</param>
/// <param name="Ease">From 1 to 5.</param>
/// <param name="At">When (UTC).</param>
public sealed record FeedbackRemark(string Text, int Satisfaction, int Ease, DateTimeOffset At);

/// <summary>Reads the results of the feedback form.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="settings">Which score is low.</param>
/// <param name="policies">The office's zone: a day is the day there.</param>
public sealed class FeedbackReader(OnboardingContextFactory contexts, AftercareSettings settings, SlaPolicyProvider policies)
{
    /// <summary>The remarks that are shown.</summary>
    public const int MostRemarks = 5;

    private const int HighestScore = 5;

    /// <summary>The results for the figures of a dashboard, for whoever may see it.</summary>
    public async Task<Result<FeedbackResults>> ReadAsync(FigureFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        if (!OverviewReader.MaySee(actor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (!filter.IsValid)
        {
            return new Invalid(nameof(FigureFilter.To), InputProblem.OutOfRange, "1", FigureFilter.MostDays.ToString(CultureInfo.InvariantCulture));
        }

        var policy = await policies.GetAsync(cancellationToken);
        var (from, end) = (FigureSources.Midnight(filter.From, policy), FigureSources.Midnight(filter.To.AddDays(1), policy));
        await using var context = contexts.CreateDbContext();
        var all = Of(context, filter);
        var given = all.Where(item => item.GivenAt >= from && item.GivenAt < end);
        var scores = await given.GroupBy(item => new { item.Satisfaction, item.Ease })
            .Select(group => new { group.Key.Satisfaction, group.Key.Ease, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var latest = await given.Where(item => item.Remark != null)
            .OrderByDescending(item => item.GivenAt)
            .Take(MostRemarks)
            .Select(item => new FeedbackRemark(item.Remark!, item.Satisfaction!.Value, item.Ease!.Value, item.GivenAt!.Value))
            .ToListAsync(cancellationToken);
        var asked = await all.CountAsync(
            item => (item.AskedAt >= from && item.AskedAt < end) || (item.GivenAt >= from && item.GivenAt < end), cancellationToken);
        return new FeedbackResults(
            asked,
            [.. Enumerable.Range(1, HighestScore).Select(score => scores.Where(entry => entry.Satisfaction == score).Sum(entry => entry.Count))],
            [.. Enumerable.Range(1, HighestScore).Select(score => scores.Where(entry => entry.Ease == score).Sum(entry => entry.Count))],
            latest,
            settings.LowestGoodScore);
    }

    private static IQueryable<Feedback> Of(OnboardingContext context, FigureFilter filter)
    {
        var all = context.Feedbacks.AsNoTracking();
        if (filter.IsOfAll)
        {
            return all;
        }

        var cases = FigureCases.Of(context, filter);
        return all.Where(item => cases.Any(owner => owner.Id == item.CaseId));
    }
}
