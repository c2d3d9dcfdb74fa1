using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>The activation notice with the guide reached the customer ("mengirimkan notifikasi aktivasi", SOP stage 5).</summary>
/// <param name="Target">Which case.</param>
/// <param name="How">How Customer Service gave it where mail does not arrive ("aplikasi, atau pertemuan langsung"); null for the mail itself.</param>
public sealed record RecordActivationNotice(CaseTarget Target, string? How = null);

/// <summary>Handles <see cref="RecordActivationNotice"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RecordActivationNoticeHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Notes it once.</summary>
    public Task<Result<CaseState>> HandleAsync(RecordActivationNotice command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (work.Case.ActivationNoticeSentAt is not null && actor.Has(ActorRole.System))
                {
                    return null;
                }

                if (work.Act(CaseAction.RecordActivationNotice, command.How) is { } refusal)
                {
                    return refusal;
                }

                work.Case.RecordActivationNotice(work.Now);
                return null;
            },
            cancellationToken);
}
