using Onboarding.Core.Cases;
using Onboarding.Core.Compliance;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Sends an offline draft in (stage 1).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Consent">What the applicant agreed to, on paper or by word of mouth.</param>
public sealed record SubmitDraft(CaseTarget Target, GivenConsent? Consent);

/// <summary>Handles <see cref="SubmitDraft"/> and the discarding of a draft.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Hashes under which the case is found from now on.</param>
/// <param name="sla">Calendar.</param>
/// <param name="clock">Clock.</param>
public sealed class SubmitDraftHandler(CaseWriter writer, CaseProtection protection, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>The draft becomes a received registration, or the answer says field by field what is missing.</summary>
    public async Task<Result<CaseState>> HandleAsync(SubmitDraft command, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var today = policy.DateAt(Instant.Now(clock));
        return await writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                if (work.Act(CaseAction.Submit) is { } refusal)
                {
                    return refusal;
                }

                var check = RegistrationRules.Check(work.Data, today);
                if (check.Errors.Count > 0)
                {
                    return new Invalid(check.Errors);
                }

                if (command.Consent is not { Registration: true } consent)
                {
                    return new Invalid(nameof(SubmitDraft.Consent), InputProblem.ConsentRequired);
                }

                var current = await PolicyTexts.CurrentAsync(scope.Context, PolicyCodes.Privacy, work.Now, cancellationToken);
                if (current.Version != consent.PrivacyVersion)
                {
                    return new Invalid(nameof(SubmitDraft.Consent), InputProblem.ConsentTextOutdated);
                }

                await ConsentTaking.TakeAsync(work, scope.Context, consent, cancellationToken);
                work.Case.MakeFindable(protection.Keys(work.Data));
                work.Case.TakePart(actor, Part.Entered, work.Now);
                work.Send(OutboxKind.MailRegistrationReceived);
                return null;
            },
            cancellationToken);
    }

    /// <summary>Throws the draft away; its number stays used.</summary>
    public Task<Result<CaseState>> DiscardAsync(CaseTarget target, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(target, actor, work => work.Act(CaseAction.Discard), cancellationToken);
}
