using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>Figures in words and in Indonesian numbers.</summary>
internal static class FigureTexts
{
    private const double HoursOfTwoDays = 48;

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("N0", Languages.Formats);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A share from 0 to 1 in per cent, or a dash.</summary>
    public static string Share(double? share) => share?.ToString("P0", Languages.Formats) ?? "–";

    /// <summary>A mean with one decimal, or a dash.</summary>
    public static string Mean(double? mean) => mean?.ToString("N1", Languages.Formats) ?? "–";

    /// <summary>A duration in the unit in which one speaks of it, or a dash.</summary>
    public static string Duration(TimeSpan? time) => time switch
    {
        null => "–",
        { TotalHours: < 1 } minutes => DashboardText.Minutes.With(Math.Max(1, (int)Math.Round(minutes.TotalMinutes))),
        { TotalHours: < HoursOfTwoDays } hours => DashboardText.Hours.With(hours.TotalHours.ToString("N1", Languages.Formats)),
        { } days => DashboardText.DaysLong.With(days.TotalDays.ToString("N1", Languages.Formats)),
    };

    /// <summary>A band of ages.</summary>
    public static string Age(AgeBand band) => band.To is { } to ? DashboardText.AgeBetween.With(band.From, to) : DashboardText.AgeAbove.With(band.From - 1);

    /// <summary>The name of a province by its code.</summary>
    public static string Province(string code) => Core.IdentityNumbers.Province.Find(code)?.Name ?? DashboardText.NoProvince;

    /// <summary>The name of a channel as the projections keep it.</summary>
    public static string Channel(string name) => Enum.TryParse(name, out Channel channel) ? DomainTexts.Of(channel) : name;

    /// <summary>How a follow-up ended.</summary>
    public static string Of(FollowUpOutcome outcome) => outcome switch
    {
        FollowUpOutcome.Understood => DashboardText.CallUnderstood,
        FollowUpOutcome.HasProblem => DashboardText.CallHasProblem,
        FollowUpOutcome.NotReached => DashboardText.CallNotReached,
    };

    /// <summary>What a figure counts, as the title of its list.</summary>
    public static string Title(FigureKind kind) => kind switch
    {
        FigureKind.Status => DashboardText.Stages,
        FigureKind.InProgress => DashboardText.InProgress,
        FigureKind.Held => DashboardText.OnHold,
        FigureKind.Live => DashboardText.Queues,
        FigureKind.Late => DashboardText.Late,
        FigureKind.DueSoon => DashboardText.DueSoon,
        FigureKind.Claimed => DashboardText.Claimed,
        FigureKind.ClaimedLate => DashboardText.Late,
        FigureKind.Aged => DashboardText.Ages,
        FigureKind.CallsDue => DashboardText.CallsDue,
        FigureKind.CallsAhead => DashboardText.CallsAhead,
        FigureKind.Received => DashboardText.Received,
        FigureKind.Ended => DashboardText.Ended,
        FigureKind.Activated => DashboardText.Activated,
        FigureKind.Approved => DashboardText.Approved,
        FigureKind.FirstPass => DashboardText.FirstPass,
        FigureKind.ApprovedWithRemark => DashboardText.ApprovedWithRemark,
        FigureKind.Rejected => DashboardText.Rejected,
        FigureKind.Recommended => DashboardText.Recommended,
        FigureKind.SentBack => DashboardText.SentBack,
        FigureKind.Reopened => DashboardText.Reopened,
        FigureKind.Done or FigureKind.DoneBy => DashboardText.Done,
        FigureKind.DoneLate or FigureKind.DoneLateBy => DashboardText.DoneLate,
        FigureKind.Asked => DashboardText.Asked,
        FigureKind.ActivationFailures => DashboardText.ActivationFailures,
        FigureKind.Calls => DashboardText.Calls,
        FigureKind.FeedbackAsked => DashboardText.FeedbackAsked,
        FigureKind.Satisfaction => DashboardText.FeedbackSatisfaction,
        FigureKind.Ease => DashboardText.FeedbackEase,
    };

    /// <summary>What narrows a list, in words, or null.</summary>
    public static string? Narrowed(FigureList list, DashboardNames names) => list.Kind switch
    {
        _ when list.Value is null => null,
        FigureKind.Status or FigureKind.Ended when Enum.TryParse(list.Value, out CaseStatus status) => DomainTexts.Of(status),
        FigureKind.Live or FigureKind.Late or FigureKind.DueSoon or FigureKind.Done or FigureKind.DoneLate when Enum.TryParse(list.Value, out WorkQueue queue) =>
            Enum.TryParse(list.Detail, out WorkItemState state) ? $"{DomainTexts.Of(queue)} · {StateOf(state)}" : DomainTexts.Of(queue),
        FigureKind.Claimed or FigureKind.ClaimedLate or FigureKind.DoneBy or FigureKind.DoneLateBy => names.Person(list.Value, null),
        FigureKind.Aged when Enum.TryParse(list.Value, out Stage stage) && int.TryParse(list.Detail, CultureInfo.InvariantCulture, out int band) && band < AgeBand.All.Count =>
            $"{DomainTexts.Of(stage)} · {Age(AgeBand.All[Math.Max(0, band)])}",
        FigureKind.Rejected => names.Reason(list.Value == FigureList.WithoutCategory ? "" : list.Value),
        FigureKind.SentBack => list.Value == nameof(DecisionOutcome.SentBackToRecording) ? DashboardText.SentBackToRecording : DashboardText.SentBackToVerification,
        FigureKind.Calls when Enum.TryParse(list.Value, out FollowUpOutcome outcome) => Of(outcome),
        FigureKind.Satisfaction or FigureKind.Ease => DashboardText.Score.With(list.Value),
        _ => null,
    };

    /// <summary>State of live work.</summary>
    public static string StateOf(WorkItemState state) => state switch
    {
        WorkItemState.Claimed => DashboardText.Claimed,
        WorkItemState.Waiting => DashboardText.Waiting,
        _ => DashboardText.Open,
    };
}
