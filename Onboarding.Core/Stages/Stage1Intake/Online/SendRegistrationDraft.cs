using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>Sends an online form in: its draft becomes a case.</summary>
/// <param name="Token">Token of the draft's link.</param>
/// <param name="Version">The state that was on the screen; what another device typed since must be read before it is sent.</param>
/// <param name="Registration">The registration, under the draft's submission key.</param>
public sealed record SendRegistrationDraft(string Token, int Version, RegisterCase Registration)
{
    /// <summary>A token opens a draft, so it is not printed.</summary>
    public override string ToString() => nameof(SendRegistrationDraft);
}

/// <summary>
/// Handles <see cref="SendRegistrationDraft"/>: the case is made, its documents move in and the draft goes, in one transaction.
/// Sent twice, the second time finds no draft any more and gets the answer of the first.
/// </summary>
/// <param name="register">The one way in for registrations.</param>
/// <param name="clock">Clock.</param>
public sealed class SendRegistrationDraftHandler(RegisterCaseHandler register, TimeProvider clock) : IUseCase
{
    /// <summary>Takes the registration, or says field by field what is missing; then the draft stays as it is.</summary>
    public Task<Result<Registered>> HandleAsync(SendRegistrationDraft command, CancellationToken cancellationToken) =>
        register.HandleAsync(
            command.Registration, Actor.Applicant(command.Registration.SubmissionKey), new DraftInTransaction(command, Instant.Now(clock)), cancellationToken);

    private sealed class DraftInTransaction(SendRegistrationDraft command, DateTimeOffset now) : IRegistrationCompanion
    {
        private RegistrationDraft? _draft;

        public async Task<Refusal?> BeforeAsync(WriteScope scope, CancellationToken cancellationToken)
        {
            var key = command.Registration.SubmissionKey;
            await scope.LockSubmissionAsync(key, cancellationToken);
            _draft = await RegistrationDraftReader.Valid(scope.Context, command.Token, now).SingleOrDefaultAsync(cancellationToken);
            if (_draft is null)
            {
                // Sent in before: the registration answers for that itself.
                return await scope.Context.Cases.AnyAsync(item => item.SubmissionKey == key, cancellationToken) ? null : new NotFound(RefusalCode.LinkNotValid);
            }

            if (_draft.SubmissionKey != key)
            {
                return new NotFound(RefusalCode.LinkNotValid);
            }

            return _draft.Version == command.Version ? null : new Conflict(RefusalCode.VersionConflict);
        }

        public Task AfterAsync(WriteScope scope, Registered registered, CancellationToken cancellationToken)
        {
            scope.Context.RegistrationDrafts.Remove(_draft!);
            return Task.CompletedTask;
        }
    }
}
