using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Compliance holds a case, or lets it go on (SOP, Tim Kepatuhan).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reason">Why; required.</param>
public sealed record HoldCase(CaseTarget Target, string Reason);

/// <summary>Handles the placing and releasing of a hold.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class HoldCaseHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Places the hold; the status stays, the SLA clock stops.</summary>
    public Task<Result<CaseState>> PlaceAsync(HoldCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (work.Act(CaseAction.PlaceHold, command.Reason) is { } refusal)
                {
                    return refusal;
                }

                work.Case.PlaceHold(new Hold(actor.Id, actor.Name, FreeText.Clean(command.Reason), work.Now));
                foreach (var item in work.Case.WorkItems.Where(item => item.IsLive))
                {
                    item.StopClock(work.Now, work.Policy.Calendar);
                    work.Touch(item.Queue);
                }

                return null;
            },
            cancellationToken);

    /// <summary>Releases the hold; the case goes on where it stood, with the time that was left.</summary>
    public Task<Result<CaseState>> ReleaseAsync(HoldCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                var hold = work.Case.Hold;
                if (work.Act(CaseAction.ReleaseHold, command.Reason) is { } refusal)
                {
                    return refusal;
                }

                work.Case.LiftHold();
                foreach (var item in work.Case.WorkItems.Where(item => item.IsLive && item.State != WorkItemState.Waiting && !work.Case.WaitsForFeedback(item)))
                {
                    item.StartClock(work.Now, work.Policy.Calendar);
                    work.Touch(item.Queue);
                }

                work.Case.OpenClarification?.Extend(work.Now - hold!.Since);
                return null;
            },
            cancellationToken);
}
