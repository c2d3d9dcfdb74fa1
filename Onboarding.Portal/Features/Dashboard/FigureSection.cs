using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>How a figure is written.</summary>
public enum FigureUnit
{
    /// <summary>A count.</summary>
    Count = 1,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>A mean with a decimal.</summary>
    Mean,

    /// <summary>A duration, in hours.</summary>
    Hours,
}

/// <summary>A line of the report and of the table.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Unit">How it is written.</param>
/// <param name="Now">The figure; null where there is none.</param>
/// <param name="Before">The figure of the period before; null where there is none.</param>
public sealed record FigureEntry(string Name, FigureUnit Unit, double? Now, double? Before = null)
{
    /// <summary>A figure as people read it.</summary>
    public string Text(double? figure) => Unit switch
    {
        FigureUnit.Count => figure is { } count ? FigureTexts.Count((long)count) : "–",
        FigureUnit.Share => FigureTexts.Share(figure),
        FigureUnit.Mean => FigureTexts.Mean(figure),
        FigureUnit.Hours => FigureTexts.Duration(figure is { } hours ? TimeSpan.FromHours(hours) : null),
    };

    /// <summary>A figure as a spreadsheet takes it: a plain number with a decimal comma, shares in per cent, times in hours.</summary>
    public string Cell(double? figure) => (figure, Unit) switch
    {
        (null, _) => string.Empty,
        ({ } count, FigureUnit.Count) => count.ToString("0", CultureInfo.InvariantCulture),
        ({ } share, FigureUnit.Share) => (share * 100).ToString("0.0", Hosting.Languages.Formats),
        ({ } other, _) => other.ToString("0.00", Hosting.Languages.Formats),
    };
}

/// <summary>A part of the report and of the table.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsOfPeriod">True when it has a period before to compare with.</param>
/// <param name="Entries">Its lines.</param>
public sealed record FigureSection(string Title, bool IsOfPeriod, IReadOnlyList<FigureEntry> Entries)
{
    /// <summary>All figures of a dashboard, part by part: the one content behind the report and the table.</summary>
    /// <param name="figures">The dashboard.</param>
    /// <param name="names">The names behind its codes.</param>
    public static IReadOnlyList<FigureSection> Of(Overview figures, DashboardNames names) =>
    [
        new(DashboardText.Title, true, Summary(figures.Period, figures.Before)),
        new(DashboardText.Rejected, true, [.. figures.Period.Rejected.OrderByDescending(entry => entry.Value)
            .Select(entry => Count(names.Reason(entry.Key), entry.Value, figures.Before.Rejected.GetValueOrDefault(entry.Key)))]),
        new(DashboardText.Ended, true, [.. CaseStatuses.All.Where(info => info.IsClosed)
            .Select(info => Count(DomainTexts.Of(info.Status), figures.Period.Ended.GetValueOrDefault(info.Status), figures.Before.Ended.GetValueOrDefault(info.Status)))]),
        new(DashboardText.Work, true, [.. figures.Period.Work.Zip(figures.Before.Work, Work).SelectMany(lines => lines)]),
        new(DashboardText.Stages, false, [.. figures.Now.ByStatus.Select(entry => Count(DomainTexts.Of(entry.Key), entry.Value))]),
        new(DashboardText.Queues, false, [.. figures.Now.Queues.SelectMany(Load)]),
        new(DashboardText.Ages, false, [.. figures.Now.Ages.SelectMany(line => line.Counts.Index()
            .Select(entry => Count($"{DomainTexts.Of(line.Stage)}, {FigureTexts.Age(AgeBand.All[entry.Index])}", entry.Item)))]),
        new(DashboardText.People, true, [.. figures.People.SelectMany(person => Person(person, names.Person(person.StaffId, person.Name)))]),
        Shares(DashboardText.Product, figures.Products, names.Product),
        Shares(DashboardText.Channel, figures.Channels, FigureTexts.Channel),
        Shares(DashboardText.Region, figures.Provinces, FigureTexts.Province),
    ];

    private static IReadOnlyList<FigureEntry> Summary(PeriodFigures now, PeriodFigures before) =>
    [
        Count(DashboardText.Received, now.Received, before.Received),
        Count(DashboardText.Ended, now.EndedTotal, before.EndedTotal),
        Count(DashboardText.Done, now.Done, before.Done),
        Count(DashboardText.DoneLate, now.DoneLate, before.DoneLate),
        new(DashboardText.Met, FigureUnit.Share, now.MetShare, before.MetShare),
        Count(DashboardText.Approved, now.Approved, before.Approved),
        Count(DashboardText.ApprovedWithRemark, now.ApprovedWithRemark, before.ApprovedWithRemark),
        Count(DashboardText.Rejected, now.RejectedTotal, before.RejectedTotal),
        Count(DashboardText.Recommended, now.Recommended, before.Recommended),
        Count(DashboardText.SentBackToVerification, now.SentBack.GetValueOrDefault(DecisionOutcome.SentBackToVerification), before.SentBack.GetValueOrDefault(DecisionOutcome.SentBackToVerification)),
        Count(DashboardText.SentBackToRecording, now.SentBack.GetValueOrDefault(DecisionOutcome.SentBackToRecording), before.SentBack.GetValueOrDefault(DecisionOutcome.SentBackToRecording)),
        Count(DashboardText.Reopened, now.Reopened, before.Reopened),
        new(DashboardText.FirstPassRate, FigureUnit.Share, now.FirstPassShare, before.FirstPassShare),
        Count(DashboardText.Asked, now.Asked, before.Asked),
        new(DashboardText.MeanRounds, FigureUnit.Mean, now.MeanRounds, before.MeanRounds),
        Count(DashboardText.Activated, now.Activated, before.Activated),
        new($"{DashboardText.Lead2Activation}, {DashboardText.Median}", FigureUnit.Hours, now.LeadMedian?.TotalHours, before.LeadMedian?.TotalHours),
        new($"{DashboardText.Lead2Activation}, {DashboardText.Slow}", FigureUnit.Hours, now.LeadSlow?.TotalHours, before.LeadSlow?.TotalHours),
        Count(DashboardText.ActivationFailures, now.ActivationFailures, before.ActivationFailures),
        .. Enum.GetValues<FollowUpOutcome>().Select(outcome => Count($"{DashboardText.Calls}: {FigureTexts.Of(outcome)}", now.Calls.GetValueOrDefault(outcome), before.Calls.GetValueOrDefault(outcome))),
        Count(DashboardText.FeedbackAsked, now.FeedbackAsked, before.FeedbackAsked),
        new(DashboardText.FeedbackSatisfaction, FigureUnit.Mean, now.MeanSatisfaction, before.MeanSatisfaction),
        new(DashboardText.FeedbackEase, FigureUnit.Mean, now.MeanEase, before.MeanEase),
    ];

    private static IEnumerable<FigureEntry> Work(QueueDone now, QueueDone before)
    {
        string queue = DomainTexts.Of(now.Queue);
        yield return Count($"{queue}: {DashboardText.Done}", now.Done, before.Done);
        yield return Count($"{queue}: {DashboardText.DoneLate}", now.Late, before.Late);
        yield return new($"{queue}: {DashboardText.Median}", FigureUnit.Hours, now.Median?.TotalHours, before.Median?.TotalHours);
        yield return new($"{queue}: {DashboardText.Slow}", FigureUnit.Hours, now.Slow?.TotalHours, before.Slow?.TotalHours);
    }

    private static IEnumerable<FigureEntry> Load(QueueLoad load)
    {
        string queue = DomainTexts.Of(load.Queue);
        yield return Count($"{queue}: {DashboardText.Open}", load.Open);
        yield return Count($"{queue}: {DashboardText.Claimed}", load.Claimed);
        yield return Count($"{queue}: {DashboardText.Waiting}", load.Waiting);
        yield return Count($"{queue}: {DashboardText.DueSoon}", load.DueSoon);
        yield return Count($"{queue}: {DashboardText.LateShort}", load.Late);
    }

    private static IEnumerable<FigureEntry> Person(PersonFigures person, string name)
    {
        yield return Count($"{name}: {DashboardText.Claimed}", person.Claimed);
        yield return Count($"{name}: {DashboardText.LateShort}", person.Late);
        yield return Count($"{name}: {DashboardText.Done}", person.Done, person.DoneBefore);
        yield return Count($"{name}: {DashboardText.DoneLate}", person.DoneLate);
    }

    private static FigureSection Shares(string title, IReadOnlyList<Share> shares, Func<string, string> name) =>
        new(title, false, [.. shares.SelectMany(share => new[]
        {
            Count($"{name(share.Name)}: {DashboardText.Received}", share.Figures.Received),
            Count($"{name(share.Name)}: {DashboardText.Ended}", share.Figures.EndedTotal),
        })]);

    private static FigureEntry Count(string name, int now, int? before = null) => new(name, FigureUnit.Count, now, before);
}
