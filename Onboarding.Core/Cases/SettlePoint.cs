using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Ticks off one point with which the supervisor sent the case back, or takes the tick away (stages 2 and 3).</summary>
/// <param name="Target">Which case.</param>
/// <param name="PointId">Which point.</param>
/// <param name="IsDone">Whether it is mended.</param>
public sealed record SettlePoint(CaseTarget Target, Guid PointId, bool IsDone);

/// <summary>Handles <see cref="SettlePoint"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class SettlePointHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Keeps the tick with who made it and when.</summary>
    public Task<Result<CaseState>> HandleAsync(SettlePoint command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                var stage = CaseStatuses.Of(work.Case.Status).Stage;
                var point = work.Case.CurrentPoints(stage).FirstOrDefault(item => item.Id == command.PointId);
                if (work.Act(CaseAction.SettlePoint, details: $$"""{"point":{{point?.Position ?? 0}},"done":{{(command.IsDone ? "true" : "false")}}}""") is { } refusal)
                {
                    return refusal;
                }

                if (point is null)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (command.IsDone)
                {
                    point.Settle(actor, work.Now);
                }
                else
                {
                    point.Reopen();
                }

                return null;
            },
            cancellationToken);
}
