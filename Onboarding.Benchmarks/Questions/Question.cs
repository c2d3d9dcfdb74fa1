using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Notifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Questions;

/// <summary>What pages and jobs ask beside the pages of a queue.</summary>
/// <param name="Name">How the report calls it.</param>
/// <param name="Ask">Asks.</param>
internal sealed record Question(string Name, Func<CancellationToken, Task> Ask)
{
    private const int PageSize = 50;

    private static readonly WorkQueue[] Verification = [WorkQueue.Verification];
    private static readonly WorkQueue[] Everything = Enum.GetValues<WorkQueue>();

    /// <summary>All questions.</summary>
    /// <param name="core">Answers them.</param>
    /// <param name="actor">Who asks; somebody who has work and may see everything.</param>
    /// <param name="today">The period ends with this day.</param>
    public static IReadOnlyList<Question> All(BenchmarkCore core, Actor actor, DateOnly today)
    {
        var queues = core.Get<QueueReader>();
        return
        [
            new("my work", token => queues.ReadAsync(new QueueQuery(Everything, OnlyMine: true, null, PageSize), actor, token)),
            .. Enum.GetValues<QueueSort>().Select(sort => new Question($"all queues, order {sort}", token => queues.ReadAsync(new QueueQuery(Everything, OnlyMine: false, null, PageSize) { Sort = sort }, actor, token))),
            Filter("a common product", new QueueFilter { ProductCode = "INTERNET-BISNIS" }),
            Filter("a province", new QueueFilter { ProvinceCode = "32" }),
            Filter("late", new QueueFilter { Due = DueTime.Late }),
            Filter("this week", new QueueFilter { Due = DueTime.Week }),
            Filter("nobody's", new QueueFilter { Assignee = QueueFilter.Nobody }),
            Filter("a colleague's", new QueueFilter { Assignee = "petugas-11" }),
            Filter("waiting", new QueueFilter { Flag = QueueFlag.Waiting }),
            Filter("that no row meets", new QueueFilter { ProductCode = "INTERNET-BISNIS", ProvinceCode = "99" }),
            Filter("possible duplicates, of which there are none", new QueueFilter { Flag = QueueFlag.PossibleDuplicate }),
            Filter("rejection recommended, of which there are none", new QueueFilter { Flag = QueueFlag.RejectionRecommended }),
            Filter("search, a number", new QueueFilter { Text = "17" }),
            Filter("search, a common word", new QueueFilter { Text = "siti" }),
            Filter("search, two words", new QueueFilter { Text = "siti rahayu" }),
            Filter("search, nobody", new QueueFilter { Text = "zzyzx" }),
            new("load of everybody", token => core.Get<LoadReader>().ReadAsync(actor, token)),
            new("saved views", token => core.Get<QueueViewReader>().ListAsync("administration", actor, token)),
            new("board of notices", token => core.Get<NoticeReader>().BoardAsync(actor, token)),
            new("figures of a person", token => core.Get<PersonalReader>().ReadAsync(actor, token)),
            new("job: steps of escalation", token => core.Get<TakeEscalationStepsHandler>().HandleAsync(token)),
            new("job: put aside until now", token => core.Get<WakeSnoozedWorkItemsHandler>().HandleAsync(token)),
            new("job: mails of notices", token => core.Get<SendNoticeDigestsHandler>().HandleAsync(token)),
            .. Lists(new FigureFilter(today.AddDays(-29), today), actor).Select(list => new Question(Title(list), async token =>
                _ = (await core.Get<FigureListReader>().ReadAsync(list, null, actor, token)).Value)),
        ];

        Question Filter(string name, QueueFilter filter) =>
            new($"filter: {name}", token => queues.ReadAsync(new QueueQuery(filter.Text is null ? Verification : Everything, OnlyMine: false, null, PageSize) { Filter = filter }, actor, token));
    }

    private static IEnumerable<FigureList> Lists(FigureFilter month, Actor actor) => Enum.GetValues<FigureKind>().SelectMany(kind => kind switch
    {
        FigureKind.Status => [new FigureList(kind, month, nameof(CaseStatus.InVerification))],
        FigureKind.Live => [new(kind, month, nameof(WorkQueue.Verification), nameof(WorkItemState.Open)), new(kind, month, nameof(WorkQueue.Verification), nameof(WorkItemState.Waiting))],
        FigureKind.Claimed or FigureKind.ClaimedLate or FigureKind.DoneBy or FigureKind.DoneLateBy => [new(kind, month, actor.Id)],
        FigureKind.Aged => [new(kind, month, nameof(Stage.Verification), "1")],
        FigureKind.SentBack => [new(kind, month, nameof(DecisionOutcome.SentBackToVerification))],
        FigureKind.Calls => [new(kind, month, nameof(FollowUpOutcome.Understood))],
        FigureKind.Satisfaction or FigureKind.Ease => [new(kind, month, "5")],
        FigureKind.Done or FigureKind.DoneLate => [new(kind, month), new(kind, month, nameof(WorkQueue.Verification)), new(kind, month with { Province = "32" })],
        FigureKind.Late or FigureKind.Received => [new(kind, month), new(kind, month with { Product = "INTERNET-BISNIS" })],
        _ => new FigureList[] { new(kind, month) },
    });

    private static string Title(FigureList list) => string.Create(
        CultureInfo.InvariantCulture, $"list: {string.Join(' ', new[] { list.Kind.ToString(), list.Value, list.Detail, list.Filter.Product, list.Filter.Province }.OfType<string>())}");
}
