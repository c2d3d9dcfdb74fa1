using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>Ticks or unticks an item of the storage and security checklist that a person confirms (stage 3).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Item">Which item; not one that only the system proves.</param>
/// <param name="IsDone">True to tick.</param>
/// <param name="Remark">Remark, or null.</param>
public sealed record TickStorageItem(CaseTarget Target, StorageItem Item, bool IsDone, string? Remark);

/// <summary>Handles <see cref="TickStorageItem"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class TickStorageItemHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Ticks or unticks.</summary>
    public Task<Result<CaseState>> HandleAsync(TickStorageItem command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (!Enum.IsDefined(command.Item) || StorageChecklist.IsProvenBySystem(command.Item))
                {
                    return new Invalid(nameof(TickStorageItem.Item), InputProblem.UnknownChoice);
                }

                if (FreeText.Refuse(nameof(TickStorageItem.Remark), command.Remark) is { } invalid)
                {
                    return invalid;
                }

                if (work.Act(CaseAction.TickStorage, details: $$"""{"item":"{{command.Item}}","done":{{(command.IsDone ? "true" : "false")}}}""") is { } refusal)
                {
                    return refusal;
                }

                if (command.IsDone)
                {
                    work.Case.Tick(work.NewId(), ChecklistKind.Storage, command.Item.ToString(), FreeText.CleanOrNull(command.Remark), actor, work.Now);
                }
                else
                {
                    work.Case.Untick(ChecklistKind.Storage, command.Item.ToString());
                }

                return null;
            },
            cancellationToken);
}
