using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>What a line of a list is about.</summary>
internal sealed class FigureSource
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Person { get; init; }

    public WorkQueue? Queue { get; init; }
}

/// <summary>
/// The rows behind each figure, by the same definition as <see cref="Figures.CaseFigures"/>; a test walks every list and
/// compares its length with its figure.
/// </summary>
/// <param name="context">The context.</param>
/// <param name="list">Which list.</param>
/// <param name="policy">The office's zone and calendar.</param>
/// <param name="now">Now (UTC).</param>
internal sealed class FigureSources(OnboardingContext context, FigureList list, SlaPolicy policy, DateTimeOffset now)
{
    private readonly DateTimeOffset _from = Midnight(list.Filter.From, policy);
    private readonly DateTimeOffset _end = Midnight(list.Filter.To.AddDays(1), policy);

    /// <summary>
    /// The rows, or null when the value fits the kind of figure not. In parts where the index has the order of each part alone: they are read side by
    /// side and joined like the teeth of a zip, so that a page costs the same however long the list is. Work done in a province has an index of its own.
    /// </summary>
    public IReadOnlyList<IQueryable<FigureSource>>? Parts() => list switch
    {
        { Kind: FigureKind.InProgress } => [.. NotClosed.Select(status => Standing(Cases.Where(item => item.Status == status)))],
        { Kind: FigureKind.Ended, Value: null } => [.. Closing.Select(Ended)],
        { Kind: FigureKind.Aged } => Aged(),
        { Kind: FigureKind.Done, Value: null, Filter.Province: null } => [.. WorkQueues.All.Select(info => Closed(Done.Where(item => item.Queue == info.Queue)))],
        { Kind: FigureKind.DoneLate, Value: null, Filter.Province: null } => [.. WorkQueues.All.Select(info => Closed(Done.Where(item => item.ClosedLate && item.Queue == info.Queue)))],
        _ => Find() is { } found ? [found] : null,
    };

    private IQueryable<FigureSource>? Find() => list.Kind switch
    {
        FigureKind.Status => Value<CaseStatus>() is { } status ? Standing(Cases.Where(item => item.Status == status)) : null,
        FigureKind.InProgress or FigureKind.Aged => null,
        FigureKind.Held => Standing(Cases.Where(item => item.Hold != null)),
        FigureKind.Live => Value<WorkQueue>() is { } queue && Parse<WorkItemState>(list.Detail) is { } state ? Urgent(Live.Where(item => item.Queue == queue && item.State == state)) : null,
        FigureKind.Late => InQueue(Live.Where(item => item.DueAt < now)) is { } late ? Due(late) : null,
        FigureKind.DueSoon => Soon(),
        FigureKind.Claimed => list.Value is { } person ? Urgent(Live.Where(item => item.AssigneeId == person)) : null,
        FigureKind.ClaimedLate => list.Value is { } person ? Due(Live.Where(item => item.AssigneeId == person && item.DueAt < now)) : null,
        FigureKind.CallsDue => Calls(context.FollowUps.Where(item => item.DoneAt == null && item.DueAt < Today(1))),
        FigureKind.CallsAhead => Calls(context.FollowUps.Where(item => item.DoneAt == null && item.DueAt >= Today(1) && item.DueAt < Today(OverviewReader.DaysAhead + 1))),
        FigureKind.Received => Cases.Where(item => item.ReceivedAt >= _from && item.ReceivedAt < _end)
            .Select(item => new FigureSource { Id = item.Id, CaseId = item.Id, At = item.ReceivedAt!.Value }),
        FigureKind.Ended => Value<CaseStatus>() is { } end && Closing.Contains(end) ? Ended(end) : null,
        FigureKind.Activated => Cases.Where(item => item.ReceivedAt != null && item.ActivatedAt >= _from && item.ActivatedAt < _end)
            .Select(item => new FigureSource { Id = item.Id, CaseId = item.Id, At = item.ActivatedAt!.Value }),
        FigureKind.Approved => Decided(DecisionOutcome.Approved),
        FigureKind.FirstPass => Decided(DecisionOutcome.Approved, decisions => decisions.Where(item =>
            !context.Clarifications.Any(round => round.CaseId == item.CaseId && round.AskedAt <= item.At)
            && !context.Set<Decision>().Any(other => other.CaseId == item.CaseId && other.At < item.At
                && (other.Outcome == DecisionOutcome.SentBackToVerification || other.Outcome == DecisionOutcome.SentBackToRecording || other.Outcome == DecisionOutcome.Reopened)))),
        FigureKind.ApprovedWithRemark => Decided(DecisionOutcome.Approved, decisions => decisions.Where(item => item.Reason != null || item.Remark != null)),
        FigureKind.Rejected => Decided(DecisionOutcome.Rejected, decisions => list.Value switch
        {
            null => decisions,
            FigureList.WithoutCategory => decisions.Where(item => item.Category == null),
            var category => decisions.Where(item => item.Category == category),
        }),
        FigureKind.Recommended => Decided(DecisionOutcome.RejectionRecommended),
        FigureKind.SentBack => Value<DecisionOutcome>() is { } outcome and (DecisionOutcome.SentBackToVerification or DecisionOutcome.SentBackToRecording) ? Decided(outcome) : null,
        FigureKind.Reopened => Decided(DecisionOutcome.Reopened),
        FigureKind.Done => InQueue(Done) is { } done ? Closed(done) : null,
        FigureKind.DoneLate => InQueue(Done.Where(item => item.ClosedLate)) is { } late ? Closed(late) : null,
        FigureKind.DoneBy => list.Value is { } person ? Closed(Done.Where(item => item.AssigneeId == person)) : null,
        FigureKind.DoneLateBy => list.Value is { } person ? Closed(Done.Where(item => item.AssigneeId == person && item.ClosedLate)) : null,
        FigureKind.Asked => context.Clarifications.AsNoTracking().Where(item => item.AskedAt >= _from && item.AskedAt < _end)
            .Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.AskedAt, Person = item.AskedByName }),
        FigureKind.ActivationFailures => Items
            .Where(item => item.Queue == WorkQueue.ActivationFailure && item.OpenedAt >= _from && item.OpenedAt < _end)
            .Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.OpenedAt, Person = item.AssigneeName, Queue = item.Queue }),
        FigureKind.Calls => Value<FollowUpOutcome>() is { } ended
            ? context.FollowUps.AsNoTracking().Where(item => item.Outcome == ended && item.DoneAt >= _from && item.DoneAt < _end)
                .Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.DoneAt!.Value, Person = item.DoneByName })
            : null,
        FigureKind.FeedbackAsked => context.Feedbacks.AsNoTracking().Where(item => item.AskedAt >= _from && item.AskedAt < _end)
            .Select(item => new FigureSource { Id = item.CaseId, CaseId = item.CaseId, At = item.AskedAt }),
        FigureKind.Satisfaction => Number() is { } score ? Answers(context.Feedbacks.Where(item => item.Satisfaction == score)) : null,
        FigureKind.Ease => Number() is { } score ? Answers(context.Feedbacks.Where(item => item.Ease == score)) : null,
    };

    private static readonly CaseStatus[] Closing = [.. CaseStatuses.All.Where(info => info.IsClosed).Select(info => info.Status)];
    private static readonly CaseStatus[] NotClosed = [.. CaseStatuses.All.Where(info => !info.IsClosed).Select(info => info.Status)];

    private IQueryable<OnboardingCase> Cases => context.Cases.AsNoTracking();

    // What is asked of the case as well is asked of the work item first, which costs nothing more.
    private IQueryable<WorkItem> Items => FigureCases.Of(context.WorkItems.AsNoTracking(), list.Filter);

    private IQueryable<WorkItem> Live => Items.Where(item => item.ClosedAt == null);

    private IQueryable<WorkItem> Done => Items
        .Where(item => item.ClosedAt != null && item.State == WorkItemState.Done && item.ClosedAt >= _from && item.ClosedAt < _end);

    private IQueryable<FigureSource>? Soon()
    {
        var soon = policy.Calendar.Add(now, OverviewReader.Soon);
        return InQueue(Live.Where(item => item.DueAt >= now && item.DueAt <= soon)) is { } pressing ? Due(pressing) : null;
    }

    private IReadOnlyList<IQueryable<FigureSource>>? Aged()
    {
        if (Value<Stage>() is not { } stage || !int.TryParse(list.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= AgeBand.All.Count)
        {
            return null;
        }

        var band = AgeBand.All[index];
        var before = Today(1 - band.From);
        var aged = Cases.Where(item => item.ReceivedAt != null && item.ReceivedAt < before);
        if (band.To is { } oldest)
        {
            var from = Today(-oldest);
            aged = aged.Where(item => item.ReceivedAt >= from);
        }

        return [.. CaseStatuses.All.Where(info => !info.IsClosed && info.Stage == stage).Select(info => aged.Where(item => item.Status == info.Status)
            .Select(item => new FigureSource { Id = item.Id, CaseId = item.Id, At = item.ReceivedAt!.Value }))];
    }

    private IQueryable<FigureSource> Ended(CaseStatus status) =>
        Standing(Cases.Where(item => item.Status == status && item.ReceivedAt != null && item.StatusSince >= _from && item.StatusSince < _end));

    private IQueryable<FigureSource> Decided(DecisionOutcome outcome, Func<IQueryable<Decision>, IQueryable<Decision>>? narrow = null)
    {
        var decisions = context.Set<Decision>().AsNoTracking().Where(item => item.Outcome == outcome && item.At >= _from && item.At < _end);
        return (narrow?.Invoke(decisions) ?? decisions).Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.At, Person = item.ByName });
    }

    private IQueryable<FigureSource> Answers(IQueryable<Feedback> answers) =>
        answers.AsNoTracking().Where(item => item.GivenAt >= _from && item.GivenAt < _end)
            .Select(item => new FigureSource { Id = item.CaseId, CaseId = item.CaseId, At = item.GivenAt!.Value });

    private static IQueryable<FigureSource> Standing(IQueryable<OnboardingCase> cases) =>
        cases.Select(item => new FigureSource { Id = item.Id, CaseId = item.Id, At = item.StatusSince });

    private static IQueryable<FigureSource> Calls(IQueryable<FollowUp> calls) =>
        calls.AsNoTracking().Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.DueAt });

    private static IQueryable<FigureSource> Urgent(IQueryable<WorkItem> items) =>
        items.Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.UrgencyAt, Person = item.AssigneeName, Queue = item.Queue });

    private static IQueryable<FigureSource> Due(IQueryable<WorkItem> items) =>
        items.Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.DueAt!.Value, Person = item.AssigneeName, Queue = item.Queue });

    private static IQueryable<FigureSource> Closed(IQueryable<WorkItem> items) =>
        items.Select(item => new FigureSource { Id = item.Id, CaseId = item.CaseId, At = item.ClosedAt!.Value, Person = item.AssigneeName, Queue = item.Queue });

    // Null when a value was given that is no queue.
    private IQueryable<WorkItem>? InQueue(IQueryable<WorkItem> items) =>
        list.Value is null ? items : Value<WorkQueue>() is { } queue ? items.Where(item => item.Queue == queue) : null;

    private T? Value<T>()
        where T : struct, Enum => Parse<T>(list.Value);

    private static T? Parse<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private int? Number() => int.TryParse(list.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private DateTimeOffset Today(int days) => Midnight(policy.DateAt(now).AddDays(days), policy);

    /// <summary>The instant at which a day begins in the office.</summary>
    internal static DateTimeOffset Midnight(DateOnly day, SlaPolicy policy) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Onboarding.Core.Time.IndonesianTimeZones.Offset(policy.Zone)).ToUniversalTime();
}
