using Onboarding.Core.Cases;
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
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class RegisterForPartnerHandler(
    RegisterCaseHandler register, RepeatedRequests repeated, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>The answer that was given to this request before, or null; a refusal when the key was used with another body.</summary>
    public async Task<Result<PartnerAnswer?>> FindAnswerAsync(RepeatKey key, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await repeated.FindAsync(context, key, Instant.Now(clock), cancellationToken);
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
