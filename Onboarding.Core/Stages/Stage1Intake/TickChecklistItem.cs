using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Ticks or unticks an item of the Checklist Kelengkapan Data (stage 1).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Item">Which item; only those that a person confirms.</param>
/// <param name="IsDone">True to tick.</param>
/// <param name="Remark">Remark, or null.</param>
public sealed record TickChecklistItem(CaseTarget Target, ChecklistItem Item, bool IsDone, string? Remark)
{
    /// <summary>Code of the product's requirement, of <see cref="ChecklistItem.ProductRequirement"/>.</summary>
    public string? Requirement { get; init; }

    /// <summary>What was explained; required to tick <see cref="ChecklistItem.ProductExplained"/>.</summary>
    public ProductExplanation? Explanation { get; init; }
}

/// <summary>Handles <see cref="TickChecklistItem"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class TickChecklistItemHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Ticks or unticks.</summary>
    public Task<Result<CaseState>> HandleAsync(TickChecklistItem command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                var key = ChecklistLine.KeyOf(command.Item, command.Requirement);
                if (!CompletenessChecklist.Read(work.Case, work.Data, work.Policy.DateAt(work.Now)).Any(line => line.Key == key && line.CanTick))
                {
                    return new Invalid(nameof(TickChecklistItem.Item), InputProblem.UnknownChoice);
                }

                if (FreeText.Refuse(nameof(TickChecklistItem.Remark), command.Remark) is { } invalid)
                {
                    return invalid;
                }

                var explanation = command is { Item: ChecklistItem.ProductExplained, IsDone: true } ? command.Explanation : null;
                if (await RefuseAsync(command, work, scope, cancellationToken) is { } unexplained)
                {
                    return unexplained;
                }

                if (work.Act(CaseAction.TickChecklist, details: Details(key, command.IsDone, explanation)) is { } refusal)
                {
                    return refusal;
                }

                Keep(work, key, command, explanation);
                return null;
            },
            cancellationToken);

    // Who may not tick at all is told so first, and not what a tick would need.
    private static async Task<Refusal?> RefuseAsync(TickChecklistItem command, CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        if (command is not { Item: ChecklistItem.ProductExplained, IsDone: true })
        {
            return null;
        }

        if (TransitionEngine.Decide(work.Facts, CaseAction.TickChecklist, work.Actor, null).Refusal is { } refusal)
        {
            return refusal;
        }

        return command.Explanation is null
            ? new Invalid(nameof(TickChecklistItem.Explanation), InputProblem.Required)
            : await command.Explanation.RefuseAsync(work.Case.ProductCode, scope.Context, work.Now, cancellationToken);
    }

    private static string Details(string key, bool isDone, ProductExplanation? explanation)
    {
        var done = isDone ? "true" : "false";
        return explanation is null
            ? $$"""{"item":"{{key}}","done":{{done}}}"""
            : $$"""{"item":"{{key}}","done":{{done}},"brochure":{{explanation.BrochureVersion}},"means":"{{explanation.Means}}"}""";
    }

    private static void Keep(CaseWork work, string key, TickChecklistItem command, ProductExplanation? explanation)
    {
        var remark = FreeText.CleanOrNull(command.Remark);
        if (!command.IsDone)
        {
            work.Case.Untick(ChecklistKind.Completeness, key);
        }
        else if (explanation is not null)
        {
            explanation.TickOn(work, remark);
        }
        else
        {
            work.Case.Tick(work.NewId(), ChecklistKind.Completeness, key, remark, work.Actor, work.Now);
        }
    }
}
