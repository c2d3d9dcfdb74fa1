using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The activation failed after its retries; IT gets a work item (stage 4).</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="ErrorCode">Code of the last failure, without text from outside.</param>
public sealed record ReportActivationFailure(Guid CaseId, string ErrorCode);

/// <summary>Handles <see cref="ReportActivationFailure"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ReportActivationFailureHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Opens IT's work item; a repeated report changes nothing.</summary>
    public Task<Result<CaseState>> HandleAsync(ReportActivationFailure command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            new CaseTarget(command.CaseId, null), actor, (work, scope) => ReportAsync(work, scope, command.ErrorCode, cancellationToken), cancellationToken);

    /// <summary>The same in a transaction of somebody else's. Orders that still wait are ended: IT gives the next one.</summary>
    internal static async Task<Refusal?> ReportAsync(CaseWork work, WriteScope scope, string errorCode, CancellationToken cancellationToken)
    {
        if (work.Case.ActivationFailed && work.Actor.Has(ActorRole.System))
        {
            return null;
        }

        if (work.Act(CaseAction.ReportActivationFailure, details: $$"""{"error":{{JsonSerializer.Serialize(errorCode)}}}""") is { } refusal)
        {
            return refusal;
        }

        work.Case.MarkActivationFailed();
        work.OpenWorkItem(WorkQueue.ActivationFailure);
        await ActivationSuccess.EndOrdersAsync(work, scope, cancellationToken);
        return null;
    }
}
