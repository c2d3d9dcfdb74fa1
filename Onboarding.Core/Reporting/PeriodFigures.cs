using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>What happened in a period.</summary>
public sealed record PeriodFigures
{
    private const int HighestScore = 5;
    private const double Median = 0.5;
    private const double NinetiethPercentile = 0.9;

    private PeriodFigures(FigureCounts counts)
    {
        Received = (int)counts[FigureNames.Received];
        Ended = Enums<CaseStatus>(counts, FigureNames.Ended);
        Approved = (int)counts[FigureNames.Approved];
        FirstPass = (int)counts[FigureNames.FirstPass];
        ApprovedWithRemark = (int)counts[FigureNames.Noted];
        Rejected = counts.Family(FigureNames.Rejected).ToDictionary(entry => Uri.UnescapeDataString(entry.Name), entry => (int)entry.Count, StringComparer.Ordinal);
        Recommended = (int)counts[FigureNames.Recommended];
        SentBack = Enums<DecisionOutcome>(counts, FigureNames.SentBack);
        Reopened = (int)counts[FigureNames.Reopened];
        var rounds = Numbers(counts, FigureNames.Rounds);
        Rounds = [.. Enumerable.Range(0, CaseFigures.MostRounds + 1).Select(number => (int)rounds.GetValueOrDefault(number))];
        Asked = (int)counts[FigureNames.Asked];
        Work = [.. WorkQueues.All.Select(info => WorkOf(counts, info.Queue))];
        Activated = (int)counts[FigureNames.Activated];
        var lead = Numbers(counts, FigureNames.Lead);
        LeadMedian = TimeHistogram.Quantile(lead, Median);
        LeadSlow = TimeHistogram.Quantile(lead, NinetiethPercentile);
        ActivationFailures = (int)counts[FigureNames.Failed];
        Calls = Enums<FollowUpOutcome>(counts, FigureNames.Called);
        FeedbackAsked = (int)counts[FigureNames.FeedbackAsked];
        Satisfaction = Scores(counts, FigureNames.Satisfaction);
        Ease = Scores(counts, FigureNames.Ease);
    }

    /// <summary>Registrations that came in; drafts do not count.</summary>
    public int Received { get; }

    /// <summary>Cases that came to an end in the period and stand there, by status.</summary>
    public IReadOnlyDictionary<CaseStatus, int> Ended { get; }

    /// <summary>Approvals.</summary>
    public int Approved { get; }

    /// <summary>How many of them without any question to the applicant and without being sent back.</summary>
    public int FirstPass { get; }

    /// <summary>How many of them with a remark of the supervisor.</summary>
    public int ApprovedWithRemark { get; }

    /// <summary>Rejections by code of the category; empty code where none was given.</summary>
    public IReadOnlyDictionary<string, int> Rejected { get; }

    /// <summary>Recommendations to reject.</summary>
    public int Recommended { get; }

    /// <summary>Cases sent back, by where to.</summary>
    public IReadOnlyDictionary<DecisionOutcome, int> SentBack { get; }

    /// <summary>Closed cases that were opened again.</summary>
    public int Reopened { get; }

    /// <summary>Decided cases by rounds of clarification before the decision: none, one, two and so on; the last is "that many or more".</summary>
    public IReadOnlyList<int> Rounds { get; }

    /// <summary>Rounds of clarification that were begun.</summary>
    public int Asked { get; }

    /// <summary>Work that was done, by queue.</summary>
    public IReadOnlyList<QueueDone> Work { get; }

    /// <summary>Services switched on.</summary>
    public int Activated { get; }

    /// <summary>Half of them took no longer from receipt to activation; null when there is none.</summary>
    public TimeSpan? LeadMedian { get; }

    /// <summary>Nine of ten took no longer.</summary>
    public TimeSpan? LeadSlow { get; }

    /// <summary>Activations that failed for good and became work for Tim IT.</summary>
    public int ActivationFailures { get; }

    /// <summary>Follow-ups by how they ended.</summary>
    public IReadOnlyDictionary<FollowUpOutcome, int> Calls { get; }

    /// <summary>Customers who were asked for feedback.</summary>
    public int FeedbackAsked { get; }

    /// <summary>How many gave each score, from 1 to 5.</summary>
    public IReadOnlyList<int> Satisfaction { get; }

    /// <summary>How many gave each score, from 1 to 5.</summary>
    public IReadOnlyList<int> Ease { get; }

    /// <summary>All that came to an end.</summary>
    public int EndedTotal => Ended.Values.Sum();

    /// <summary>All rejections.</summary>
    public int RejectedTotal => Rejected.Values.Sum();

    /// <summary>All work that was done.</summary>
    public int Done => Work.Sum(line => line.Done);

    /// <summary>How much of it after its time.</summary>
    public int DoneLate => Work.Sum(line => line.Late);

    /// <summary>Share of the work that was done in time, from 0 to 1; null without work.</summary>
    public double? MetShare => Done == 0 ? null : (double)(Done - DoneLate) / Done;

    /// <summary>Share of the approvals that needed no second look, from 0 to 1; null without approvals.</summary>
    public double? FirstPassShare => Approved == 0 ? null : (double)FirstPass / Approved;

    /// <summary>Mean rounds of clarification of a decided case; null without decisions.</summary>
    public double? MeanRounds => Rounds.Sum() is var all and > 0 ? Rounds.Select((count, number) => (double)count * number).Sum() / all : null;

    /// <summary>Mean satisfaction, 1 to 5; null without answers.</summary>
    public double? MeanSatisfaction => Mean(Satisfaction);

    /// <summary>Mean ease, 1 to 5; null without answers.</summary>
    public double? MeanEase => Mean(Ease);

    internal static PeriodFigures Of(FigureCounts counts) => new(counts);

    private static double? Mean(IReadOnlyList<int> scores) =>
        scores.Sum() is var all and > 0 ? scores.Select((count, index) => (index + 1) * (double)count).Sum() / all : null;

    private static QueueDone WorkOf(FigureCounts counts, WorkQueue queue)
    {
        var times = Numbers(counts, FigureNames.In(FigureNames.Time, queue));
        return new QueueDone(
            queue,
            (int)counts[FigureNames.In(FigureNames.Done, queue)],
            (int)counts[FigureNames.In(FigureNames.Late, queue)],
            TimeHistogram.Quantile(times, Median),
            TimeHistogram.Quantile(times, NinetiethPercentile));
    }

    private static Dictionary<int, long> Numbers(FigureCounts counts, string family) =>
        counts.Family(family).ToDictionary(entry => int.Parse(entry.Name, CultureInfo.InvariantCulture), entry => entry.Count);

    private static Dictionary<T, int> Enums<T>(FigureCounts counts, string family)
        where T : struct, Enum => counts.Family(family).ToDictionary(entry => Enum.Parse<T>(entry.Name), entry => (int)entry.Count);

    private static IReadOnlyList<int> Scores(FigureCounts counts, string family)
    {
        var scores = Numbers(counts, family);
        return [.. Enumerable.Range(1, HighestScore).Select(score => (int)scores.GetValueOrDefault(score))];
    }
}

/// <summary>Work that was done in a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Done">How many work items.</param>
/// <param name="Late">How many of them after their time.</param>
/// <param name="Median">Half of them stood no longer in the queue, waiting for the applicant included; null without work.</param>
/// <param name="Slow">Nine of ten stood no longer.</param>
public sealed record QueueDone(WorkQueue Queue, int Done, int Late, TimeSpan? Median, TimeSpan? Slow);
