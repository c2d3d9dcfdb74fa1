using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>A person puts a work item aside, their own or one that nobody has, until it makes sense to go on with it.</summary>
/// <param name="WorkItemId">Which work item.</param>
/// <param name="Until">When it comes back by itself (UTC); in the future, at most <see cref="SnoozeWorkItemHandler.MostDays"/> days away.</param>
/// <param name="Reason">Why; required.</param>
public sealed record SnoozeWorkItem(Guid WorkItemId, DateTimeOffset Until, string Reason);

/// <summary>
/// Handles <see cref="SnoozeWorkItem"/>. The SLA clock goes on: nobody promised the applicant less because we put something
/// aside. Work that is late meanwhile is escalated as any other.
/// </summary>
/// <param name="writer">Changes work items.</param>
/// <param name="clock">Clock.</param>
public sealed class SnoozeWorkItemHandler(WorkItemWriter writer, TimeProvider clock) : IUseCase
{
    /// <summary>The longest time, in days.</summary>
    public const int MostDays = 14;

    /// <summary>Puts it aside; putting aside again moves the time.</summary>
    public Task<Result<CaseState>> HandleAsync(SnoozeWorkItem command, Actor actor, CancellationToken cancellationToken) =>
        (RefuseTime(command.Until) ?? FreeText.Refuse(nameof(SnoozeWorkItem.Reason), command.Reason, isRequired: true)) is { } refusal
            ? Task.FromResult<Result<CaseState>>(refusal)
            : writer.ActAsync(command.WorkItemId, actor, Step(command), cancellationToken);

    /// <summary>Brings it back before its time.</summary>
    public Task<Result<CaseState>> WakeAsync(Guid workItemId, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(workItemId, actor, WorkItemStep.Wake(), cancellationToken);

    private static WorkItemStep Step(SnoozeWorkItem command)
    {
        var (until, reason) = (DateTimeOffset.FromUnixTimeMilliseconds(command.Until.ToUnixTimeMilliseconds()), FreeText.Clean(command.Reason));
        return new WorkItemStep(WorkItemAction.Snooze, (_, item) =>
        {
            item.Snooze(until, reason);
            return true;
        })
        {
            Reason = reason,
            Details = item => $$"""{"workItem":"{{item.Id:N}}","until":"{{until.ToString("O", CultureInfo.InvariantCulture)}}"}""",
        };
    }

    private Refusal? RefuseTime(DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        if (until <= now)
        {
            return new Invalid(nameof(SnoozeWorkItem.Until), InputProblem.DateInPast);
        }

        return until > now + TimeSpan.FromDays(MostDays)
            ? new NotAllowed(RefusalCode.SnoozedTooLong, MostDays.ToString(CultureInfo.InvariantCulture))
            : null;
    }
}
