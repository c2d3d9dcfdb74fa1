using System.Globalization;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>Records the outcome of a follow-up (SOP stage 5: "memastikan pelanggan memahami layanan dan tidak mengalami kendala").</summary>
/// <param name="Target">Which case.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Remark">What was said; required when there is a problem.</param>
/// <param name="NextDate">The day agreed for the next contact, or null for the next working day; only where another contact follows.</param>
public sealed record RecordFollowUp(CaseTarget Target, FollowUpOutcome Outcome, string? Remark, DateOnly? NextDate = null);

/// <summary>Handles <see cref="RecordFollowUp"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="settings">How often a customer is tried.</param>
public sealed class RecordFollowUpHandler(CaseWriter writer, AftercareSettings settings) : IUseCase
{
    /// <summary>A next contact lies at most so many days ahead.</summary>
    public const int MostDaysAhead = 60;

    private const int MaxLength = 2000;

    /// <summary>
    /// Keeps the outcome. "Not reached" and "has a problem" plan another contact; its work item opens when it falls due. A problem
    /// is told to the supervisor; a customer who was not reached too often becomes a concern of Customer Service.
    /// </summary>
    public Task<Result<CaseState>> HandleAsync(RecordFollowUp command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Record(work, command), cancellationToken);

    private Refusal? Record(CaseWork work, RecordFollowUp command)
    {
        if (Validate(work, command) is { } invalid)
        {
            return invalid;
        }

        if (work.Act(CaseAction.RecordFollowUp, details: $$"""{"outcome":"{{command.Outcome}}"}""") is { } refusal)
        {
            return refusal;
        }

        var open = work.Case.FollowUps.Where(item => item.DoneAt is null && item.OpenedAt is not null).MinBy(item => item.DueAt);
        if (open is null)
        {
            return new NotFound(RefusalCode.RecordNotFound);
        }

        open.Finish(command.Outcome, FreeText.CleanOrNull(command.Remark), work.Actor.Name, work.Now);
        GoOn(work, open, command);

        // With the last contact made, whoever has the case goes on with the feedback; otherwise the next one opens its own work.
        if (command.Outcome != FollowUpOutcome.Understood || work.Case.FollowUps.Any(item => item.DoneAt is null))
        {
            work.CloseWorkItem(WorkItemState.Done);
        }

        return null;
    }

    private void GoOn(CaseWork work, FollowUp ended, RecordFollowUp command)
    {
        if (command.Outcome == FollowUpOutcome.HasProblem)
        {
            work.RaiseConcern(ConcernKind.CustomerProblem, ended.Id);
        }

        if (command.Outcome == FollowUpOutcome.NotReached && NotReachedInARow(work.Case, ended.Step) >= settings.MostAttempts)
        {
            work.RaiseConcern(ConcernKind.CustomerNotReached, ended.Id);
        }
        else if (command.Outcome != FollowUpOutcome.Understood)
        {
            var dueAt = command.NextDate is { } date ? work.Policy.OpeningOn(date) : work.Policy.NextAttemptAt(work.Now);
            work.Case.Add(ended.Again(work.NewId(), dueAt));
        }
    }

    private static int NotReachedInARow(OnboardingCase owner, int step) =>
        owner.FollowUps.Where(item => item.Step == step && item.DoneAt is not null)
            .OrderByDescending(item => item.Attempt)
            .TakeWhile(item => item.Outcome == FollowUpOutcome.NotReached)
            .Count();

    private static Invalid? Validate(CaseWork work, RecordFollowUp command)
    {
        if (!Enum.IsDefined(command.Outcome))
        {
            return new Invalid(nameof(RecordFollowUp.Outcome), InputProblem.UnknownChoice);
        }

        var days = command.NextDate?.DayNumber - work.Policy.DateAt(work.Now).DayNumber;
        if (days is < 1 or > MostDaysAhead)
        {
            return days < 1
                ? new Invalid(nameof(RecordFollowUp.NextDate), InputProblem.DateInPast)
                : new Invalid(nameof(RecordFollowUp.NextDate), InputProblem.OutOfRange, "1", MostDaysAhead.ToString(CultureInfo.InvariantCulture));
        }

        return FreeText.Refuse(nameof(RecordFollowUp.Remark), command.Remark, MaxLength, isRequired: command.Outcome == FollowUpOutcome.HasProblem);
    }
}
