using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>Notes that the activation notice with the guide was sent ("mengirimkan notifikasi aktivasi", SOP stage 5).</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RecordActivationNoticeHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Notes it once.</summary>
    public Task<Result<CaseState>> HandleAsync(Guid caseId, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            new CaseTarget(caseId, null),
            actor,
            work =>
            {
                if (work.Case.ActivationNoticeSentAt is not null && actor.Has(ActorRole.System))
                {
                    return null;
                }

                if (work.Act(CaseAction.RecordActivationNotice) is { } refusal)
                {
                    return refusal;
                }

                work.Case.RecordActivationNotice(work.Now);
                return null;
            },
            cancellationToken);
}
