using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Sla;

/// <summary>How long work may take, in working time, and the calendar by which it is counted.</summary>
/// <param name="Calendar">Working hours and holidays.</param>
/// <param name="Settings">Targets and periods.</param>
/// <param name="Zone">The zone of the office.</param>
public sealed record SlaPolicy(WorkingCalendar Calendar, SlaSettings Settings, IndonesianTimeZone Zone)
{
    /// <summary>The date in the office at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Zone.Offset()).DateTime);

    /// <summary>When a work item that enters the queue now is late (UTC).</summary>
    public DateTimeOffset DueAt(WorkQueue queue, DateTimeOffset now) => Calendar.Add(now, Target(queue));

    /// <summary>How long a work item of a queue may take, in working time.</summary>
    public TimeSpan Target(WorkQueue queue) =>
        Settings.TargetHours.TryGetValue(queue, out var hours) ? TimeSpan.FromHours(hours) : WorkQueues.Of(queue).Target;

    /// <summary>Until when an applicant has to answer a question that is asked now (UTC).</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset now) => now + TimeSpan.FromDays(Settings.AnswerWithinDays);

    /// <summary>When an applicant is reminded next of a question that was asked or reminded of now (UTC).</summary>
    public DateTimeOffset RemindAt(DateTimeOffset now) => Calendar.AddWorkingDays(now, Math.Max(1, Settings.RemindEveryWorkingDays));

    /// <summary>When a follow-up falls due so many calendar days after an activation now: moved into working hours (UTC).</summary>
    public DateTimeOffset FollowUpAt(DateTimeOffset now, int afterDays) => Calendar.NextWorkingTime(now + TimeSpan.FromDays(afterDays));

    /// <summary>When a customer who was not reached is tried again (UTC).</summary>
    public DateTimeOffset NextAttemptAt(DateTimeOffset now) => Calendar.NextWorkingTime(now + TimeSpan.FromDays(1));

    /// <summary>When the office opens on a day, or on the first working day after it (UTC).</summary>
    public DateTimeOffset OpeningOn(DateOnly date) => Calendar.NextWorkingTime(new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Zone.Offset()));
}

/// <summary>Settings of the SLA, section "Sla" of the configuration.</summary>
public sealed record SlaSettings
{
    /// <summary>Working hours until a work item of a queue is late; a queue that is not named keeps its default.</summary>
    public IDictionary<WorkQueue, double> TargetHours { get; init; } = new Dictionary<WorkQueue, double>();

    /// <summary>Calendar days after which an unanswered question lets the case expire.</summary>
    public int AnswerWithinDays { get; init; } = 14;

    /// <summary>Working days between reminders of an unanswered question.</summary>
    public int RemindEveryWorkingDays { get; init; } = 3;

    /// <summary>Calendar days from activation to the follow-up (SOP stage 5).</summary>
    public int FollowUpAfterDays { get; init; } = 3;

    /// <summary>Whether cuti bersama counts as a holiday; private employers decide this themselves.</summary>
    public bool CollectiveLeaveIsHoliday { get; init; } = true;
}
