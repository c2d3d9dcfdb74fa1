using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>
/// Takes a registration from a partner (SOP stage 1, channel "mitra pihak ketiga"). The case, its audit event and the answer are
/// one transaction: whoever sends the same request again, even after a crash, gets the same answer about the same case.
/// Requests with the same key wait for each other.
/// </summary>
/// <param name="register">The one way in for registrations.</param>
/// <param name="repeated">Answers given before.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class RegisterForPartnerHandler(
    RegisterCaseHandler register, RepeatedRequests repeated, CaseRulesProvider rules, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>The answer that was given to this request before, or null; a refusal when the key was used with another body.</summary>
    public async Task<Result<PartnerAnswer?>> FindAnswerAsync(RepeatKey key, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await repeated.FindAsync(context, key, Instant.Now(clock), cancellationToken);
    }

    /// <summary>
    /// Every reason not to take what could be read of a request; empty when there is none. Nothing is written, so that a partner
    /// hears of the parts that could be read also where others could not.
    /// </summary>
    /// <param name="parts">What could be read.</param>
    /// <param name="actor">The partner.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Refusal>> ReviewAsync(RegistrationParts parts, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Partner))
        {
            return [new NotAllowed(RefusalCode.RoleNotAllowed)];
        }

        var current = await rules.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var product = await Catalogue.FindAsync(context, parts.ProductCode, now, cancellationToken);
        return await RegistrationReview.FindAsync(context, parts, product, actor, now, current.Policy.DateAt(now), cancellationToken);
    }

    /// <summary>Makes the case, or says field by field what is wrong. A refusal does not use the key up.</summary>
    /// <param name="command">The registration.</param>
    /// <param name="key">The request's key.</param>
    /// <param name="compose">Writes the answer, from what is about to be saved.</param>
    /// <param name="actor">The partner.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public async Task<Result<GivenAnswer>> HandleAsync(
        RegisterCase command, RepeatKey key, Func<Registered, PartnerAnswer> compose, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Partner))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var together = new AnswerInTransaction(repeated, key, compose, clock);
        var made = await register.HandleAsync(command, actor, together, cancellationToken);
        if (together.Known is { } known)
        {
            return new GivenAnswer(known, IsReplay: true);
        }

        return made.IsDone ? new GivenAnswer(together.Composed!, IsReplay: false) : made.Refusal;
    }

    private sealed class AnswerInTransaction(RepeatedRequests repeated, RepeatKey key, Func<Registered, PartnerAnswer> compose, TimeProvider clock) : IRegistrationCompanion
    {
        public PartnerAnswer? Known { get; private set; }

        public PartnerAnswer? Composed { get; private set; }

        public async Task<Refusal?> BeforeAsync(WriteScope scope, CancellationToken cancellationToken)
        {
            await scope.LockSubmissionAsync(key.Lock, cancellationToken);
            var found = await repeated.FindAsync(scope.Context, key, Instant.Now(clock), cancellationToken);
            Known = found.IsDone ? found.Value : null;

            // An answer that another request gave a moment ago ends this transaction, which has nothing to save.
            return found.IsDone && Known is not null ? new Conflict(RefusalCode.SubmissionKeyReused) : found.Refusal;
        }

        public async Task AfterAsync(WriteScope scope, Registered registered, CancellationToken cancellationToken)
        {
            Composed = compose(registered);
            await repeated.KeepAsync(scope.Context, key, Composed, Instant.Now(clock), cancellationToken);
        }
    }
}
