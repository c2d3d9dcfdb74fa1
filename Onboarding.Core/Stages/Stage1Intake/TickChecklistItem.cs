using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Ticks or unticks an item of the Checklist Kelengkapan Data (stage 1).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Item">Which item; only those that a person confirms.</param>
/// <param name="IsDone">True to tick.</param>
/// <param name="Remark">Remark, or null.</param>
public sealed record TickChecklistItem(CaseTarget Target, ChecklistItem Item, bool IsDone, string? Remark);

/// <summary>Handles <see cref="TickChecklistItem"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class TickChecklistItemHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Ticks or unticks.</summary>
    public Task<Result<CaseState>> HandleAsync(TickChecklistItem command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (!CompletenessChecklist.Read(work.Case, work.Data, work.Policy.DateAt(work.Now)).Any(line => line.Item == command.Item && line.CanTick))
                {
                    return new Invalid(nameof(TickChecklistItem.Item), InputProblem.UnknownChoice);
                }

                if (FreeText.Refuse(nameof(TickChecklistItem.Remark), command.Remark) is { } invalid)
                {
                    return invalid;
                }

                if (work.Act(CaseAction.TickChecklist, details: $$"""{"item":"{{command.Item}}","done":{{(command.IsDone ? "true" : "false")}}}""") is { } refusal)
                {
                    return refusal;
                }

                if (command.IsDone)
                {
                    work.Case.Tick(work.NewId(), ChecklistKind.Completeness, command.Item.ToString(), FreeText.CleanOrNull(command.Remark), actor, work.Now);
                }
                else
                {
                    work.Case.Untick(ChecklistKind.Completeness, command.Item.ToString());
                }

                work.Case.TakePart(actor, Part.Entered, work.Now);
                return null;
            },
            cancellationToken);
}
