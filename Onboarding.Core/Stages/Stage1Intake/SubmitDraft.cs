using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Sends an offline draft in (stage 1).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Consent">What the applicant agreed to, on paper or by word of mouth.</param>
/// <param name="Explanation">What was explained to the applicant, or null: it can be ticked later.</param>
public sealed record SubmitDraft(CaseTarget Target, GivenConsent? Consent, ProductExplanation? Explanation = null);

/// <summary>Handles <see cref="SubmitDraft"/> and the discarding of a draft.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Opens how it reached the company; hashes under which the case is found from now on.</param>
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
                if (await PendingDocuments.MoveIntoDraftAsync(work, scope, cancellationToken) is { } full)
                {
                    return full;
                }

                if (work.Act(CaseAction.Submit) is { } refusal)
                {
                    return refusal;
                }

                // A draft may be older than the brochure: the one of today applies to what is sent in today.
                if (await Catalogue.FindAsync(scope.Context, work.Case.ProductCode, work.Now, cancellationToken) is not { } product || !product.IsOfferedTo(work.Case.Kind))
                {
                    return new NotAllowed(RefusalCode.ProductNotOffered);
                }

                work.Case.UseBrochure(product.Brochure, shown: false);
                if (await RefuseAsync(command, work, scope.Context, today, cancellationToken) is { } invalid)
                {
                    return invalid;
                }

                command.Explanation?.TickOn(work, remark: null);
                await ConsentTaking.TakeAsync(work, scope.Context, command.Consent!, cancellationToken);
                work.Case.MakeFindable(protection.Keys(work.Data));
                work.Send(OutboxKind.MailRegistrationReceived);
                return null;
            },
            cancellationToken);
    }

    private async Task<Invalid?> RefuseAsync(SubmitDraft command, CaseWork work, OnboardingContext context, DateOnly today, CancellationToken cancellationToken)
    {
        var source = protection.OpenSource(work.Case.Id, work.Case.ProtectedSource);
        List<FieldError> errors =
        [
            .. SourceRules.Check(work.Case.Channel, source, work.Now).Errors,
            .. RegistrationRules.Check(work.Data, today, work.Case.Requirements).Errors,
        ];
        if (errors.Count > 0)
        {
            return new Invalid(errors);
        }

        if (command.Explanation is { } explanation
            && await explanation.RefuseAsync(work.Case.ProductCode, context, work.Now, cancellationToken) is { } unexplained)
        {
            return unexplained;
        }

        return await ConsentTaking.RefuseAsync(context, command.Consent, work.Actor, work.Now, cancellationToken);
    }

    /// <summary>Throws the draft away; its number stays used.</summary>
    public Task<Result<CaseState>> DiscardAsync(CaseTarget target, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(target, actor, work => work.Act(CaseAction.Discard), cancellationToken);
}
