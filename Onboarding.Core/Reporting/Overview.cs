using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>What a supervisor sees at a glance (SOP: Supervisor Layanan, "pengawasan"): how things stand, a period, and the period before.</summary>
/// <param name="Filter">Period, product, channel and province.</param>
/// <param name="At">The instant of these figures (UTC).</param>
/// <param name="Now">How things stand; the period does not matter to it.</param>
/// <param name="Period">What happened in the period.</param>
/// <param name="Before">What happened in the same number of days before.</param>
/// <param name="Trend">The period step by step.</param>
/// <param name="Products">The period by product code, the greatest first.</param>
/// <param name="Channels">The period by channel, the greatest first.</param>
/// <param name="Provinces">The period by code of the province, the greatest first; empty code for cases without one.</param>
/// <param name="People">Load and pace by person, the most loaded first.</param>
/// <param name="Late">The work items that are late, the latest first; at most <see cref="OverviewReader.MostLate"/>.</param>
public sealed record Overview(
    FigureFilter Filter,
    DateTimeOffset At,
    Standing Now,
    PeriodFigures Period,
    PeriodFigures Before,
    IReadOnlyList<TrendStep> Trend,
    IReadOnlyList<Share> Products,
    IReadOnlyList<Share> Channels,
    IReadOnlyList<Share> Provinces,
    IReadOnlyList<PersonFigures> People,
    IReadOnlyList<LateItem> Late);

/// <summary>How things stand.</summary>
/// <param name="ByStatus">Cases per status; a status without cases is 0.</param>
/// <param name="OnHold">Cases that compliance holds.</param>
/// <param name="Queues">Live work per queue.</param>
/// <param name="Ages">Open cases per stage and age.</param>
/// <param name="CallsDue">Follow-ups that are due today or were due before.</param>
/// <param name="CallsAhead">Follow-ups of the next seven days.</param>
public sealed record Standing(
    IReadOnlyDictionary<CaseStatus, int> ByStatus, int OnHold, IReadOnlyList<QueueLoad> Queues, IReadOnlyList<StageAges> Ages, int CallsDue, int CallsAhead)
{
    /// <summary>Cases that have not come to an end.</summary>
    public int InProgress => ByStatus.Where(entry => !CaseStatuses.Of(entry.Key).IsClosed).Sum(entry => entry.Value);

    /// <summary>Work items that are late.</summary>
    public int Late => Queues.Sum(queue => queue.Late);

    /// <summary>Work items that are late within an hour of working time.</summary>
    public int DueSoon => Queues.Sum(queue => queue.DueSoon);
}

/// <summary>Load of a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Open">Work items that nobody has.</param>
/// <param name="Claimed">Work items that somebody works on.</param>
/// <param name="Waiting">Work items that wait for the applicant.</param>
/// <param name="Late">Work items that are late.</param>
/// <param name="DueSoon">Work items that are late within an hour of working time.</param>
public sealed record QueueLoad(WorkQueue Queue, int Open, int Claimed, int Waiting, int Late, int DueSoon);

/// <summary>Open cases of a stage by age.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Counts">Cases in each of <see cref="AgeBand.All"/>.</param>
public sealed record StageAges(Stage Stage, IReadOnlyList<int> Counts);

/// <summary>A band of ages, in whole days since the case came in.</summary>
/// <param name="From">The youngest.</param>
/// <param name="To">The oldest, or null for all that are older.</param>
public sealed record AgeBand(int From, int? To)
{
    /// <summary>The bands.</summary>
    public static IReadOnlyList<AgeBand> All { get; } = [new(0, 1), new(2, 3), new(4, 7), new(8, 14), new(15, 30), new(31, null)];

    /// <summary>The band of an age.</summary>
    public static int IndexOf(int days) => All.Index().First(entry => entry.Item.To is null || days <= entry.Item.To).Index;
}

/// <summary>Load and pace of a person.</summary>
/// <param name="StaffId">Id of the staff account.</param>
/// <param name="Name">Display name, where the person has work now; else null.</param>
/// <param name="Claimed">Work items the person has.</param>
/// <param name="Late">How many of them are late.</param>
/// <param name="Done">Work items done in the period.</param>
/// <param name="DoneLate">How many of them after their time.</param>
/// <param name="DoneBefore">Work items done in the period before.</param>
public sealed record PersonFigures(string StaffId, string? Name, int Claimed, int Late, int Done, int DoneLate, int DoneBefore);

/// <summary>A late work item.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="Queue">Queue.</param>
/// <param name="AssigneeName">Who has it, or null.</param>
/// <param name="DueAt">Since when it is late (UTC).</param>
public sealed record LateItem(Guid CaseId, string Number, WorkQueue Queue, string? AssigneeName, DateTimeOffset DueAt);

/// <summary>A step of the trend.</summary>
/// <param name="From">Its first day.</param>
/// <param name="IsMonth">True for a whole month, false for a day.</param>
/// <param name="Received">Registrations that came in.</param>
/// <param name="Ended">Cases that came to an end.</param>
public sealed record TrendStep(DateOnly From, bool IsMonth, int Received, int Ended);

/// <summary>What one product, channel or province has of a period.</summary>
/// <param name="Name">Code of the product or province, or name of the channel.</param>
/// <param name="Figures">Its figures.</param>
public sealed record Share(string Name, PeriodFigures Figures);
