using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>Records the outcome of a follow-up (SOP stage 5: "memastikan pelanggan memahami layanan dan tidak mengalami kendala").</summary>
/// <param name="Target">Which case.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Remark">What was said; required when there is a problem.</param>
public sealed record RecordFollowUp(CaseTarget Target, FollowUpOutcome Outcome, string? Remark);

/// <summary>Handles <see cref="RecordFollowUp"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RecordFollowUpHandler(CaseWriter writer) : IUseCase
{
    private const int MaxLength = 2000;

    /// <summary>Keeps the outcome. "Not reached" and "has a problem" plan another contact; its work item opens when it falls due.</summary>
    public Task<Result<CaseState>> HandleAsync(RecordFollowUp command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => Record(work, command), cancellationToken);

    private static Refusal? Record(CaseWork work, RecordFollowUp command)
    {
        if (Validate(command) is { } invalid)
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
        if (command.Outcome != FollowUpOutcome.Understood)
        {
            work.Case.Add(new FollowUp(work.NewId(), work.Case.Id, open.Attempt + 1, work.Policy.NextAttemptAt(work.Now)));
            work.CloseWorkItem(WorkItemState.Done);
        }

        return null;
    }

    private static Invalid? Validate(RecordFollowUp command)
    {
        if (!Enum.IsDefined(command.Outcome))
        {
            return new Invalid(nameof(RecordFollowUp.Outcome), InputProblem.UnknownChoice);
        }

        return FreeText.Refuse(nameof(RecordFollowUp.Remark), command.Remark, MaxLength, isRequired: command.Outcome == FollowUpOutcome.HasProblem);
    }
}
