using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>
/// The one way to a decision of stage 4: through the gate of every case, with the proof of who decides where settings ask
/// for it, and with a word on who was faster.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="assurance">Knows who has shown lately who they are.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="rules">The office's zone.</param>
public sealed class DecisionWriter(CaseWriter writer, IDecisionAssurance assurance, OnboardingContextFactory contexts, CaseRulesProvider rules)
{
    /// <summary>Decides. The proof is asked for last, so that nobody gives it for what is refused anyway.</summary>
    /// <param name="target">Which case, in which version.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="apply">Changes the case; null when done, otherwise the refusal, and nothing is saved.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    internal async Task<Result<CaseState>> DecideAsync(
        CaseTarget target, Actor actor, Func<CaseWork, WriteScope, Task<Refusal?>> apply, CancellationToken cancellationToken)
    {
        var result = await writer.ActAsync(
            target, actor, async (work, scope) => await apply(work, scope) ?? assurance.Refuse(actor), cancellationToken);
        if (result.Refusal is not { Code: RefusalCode.VersionConflict or RefusalCode.ActionNotInStatus } refusal || !actor.Has(ActorRole.Supervisor))
        {
            return result;
        }

        return await DecidedByAnotherAsync(target.Id, actor, cancellationToken) ?? refusal;
    }

    // Of two who decide at once one wins; the other is told who that was and when.
    private async Task<Refusal?> DecidedByAnotherAsync(Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var status = await context.Cases.Where(item => item.Id == caseId).Select(item => item.Status).SingleAsync(cancellationToken);
        var last = await context.Set<Decision>().AsNoTracking()
            .Where(item => item.CaseId == caseId)
            .OrderByDescending(item => item.At).ThenByDescending(item => item.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null or { Outcome: DecisionOutcome.RejectionRecommended } || last.ById == actor.Id || TransitionTable.ActionsIn(status).Contains(CaseAction.Approve))
        {
            return null;
        }

        var zone = (await rules.GetAsync(cancellationToken)).Policy.Zone;
        var at = last.At.ToOffset(zone.Offset()).ToString("dd/MM/yyyy HH.mm", CultureInfo.InvariantCulture);
        return new Conflict(RefusalCode.DecidedByAnother, last.ByName, $"{at} {zone.Abbreviation()}");
    }
}
