using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Compliance;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>A registration as it comes in over any channel (SOP stage 1: "formulir online, offline, atau kanal komunikasi resmi").</summary>
/// <param name="SubmissionKey">Made by the sender for this one form; sending twice makes one case.</param>
/// <param name="ProductCode">Product registered for.</param>
/// <param name="Channel">Over which channel.</param>
/// <param name="Language">Language in which the applicant wants to be written to.</param>
/// <param name="Data">The form's data as typed.</param>
/// <param name="Consent">Consent to the privacy policy, with the version that was shown.</param>
/// <param name="IsDraft">True for an offline entry that is not finished; it is checked when it is sent in.</param>
public sealed record RegisterCase(
    Guid SubmissionKey, string ProductCode, Channel Channel, Language Language, ApplicantData Data, GivenConsent? Consent, bool IsDraft = false);

/// <summary>What the applicant agreed to.</summary>
/// <param name="PrivacyVersion">Version of the privacy policy that was on screen.</param>
/// <param name="Registration">Agreed to the processing for the registration; required.</param>
/// <param name="Marketing">Agreed to offers; optional, never a condition.</param>
public sealed record GivenConsent(string PrivacyVersion, bool Registration, bool Marketing);

/// <summary>What the confirmation page shows.</summary>
/// <param name="State">The case.</param>
/// <param name="StatusToken">Token of the status page's link.</param>
/// <param name="Warnings">What the verifier will look at; empty when the submission was a repetition.</param>
public sealed record Registered(CaseState State, string StatusToken, IReadOnlyList<FieldWarning> Warnings);

/// <summary>Makes a case from a registration.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protection">Encryption.</param>
/// <param name="sla">Calendar and periods.</param>
/// <param name="duplicates">The search for duplicates.</param>
/// <param name="clock">Clock.</param>
public sealed class RegisterCaseHandler(
    UnitOfWork unitOfWork, CaseProtection protection, SlaPolicyProvider sla, DuplicateSearch duplicates, TimeProvider clock) : IUseCase
{
    /// <summary>Takes the registration, or says field by field what is missing.</summary>
    public async Task<Result<Registered>> HandleAsync(RegisterCase command, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        var today = policy.DateAt(now);
        var check = RegistrationRules.Check(command.Data, today);
        if (RefuseActor(command, actor) is { } forbidden)
        {
            return forbidden;
        }

        if (Validate(command, check) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.WriteAsync<Registered>(
            async scope =>
            {
                await scope.LockSubmissionAsync(command.SubmissionKey, cancellationToken);
                if (await FindAsync(scope.Context, command, check.Data, cancellationToken) is { } known)
                {
                    return known;
                }

                if (await RefuseAsync(scope.Context, command, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var (owner, token) = await CreateAsync(scope, command, check.Data, actor, now, today, cancellationToken);
                var work = new CaseWork(owner, check.Data, actor, clock, policy);
                await FillAsync(work, scope, command, cancellationToken);
                scope.Take(work);
                return new Registered(new CaseState(owner.Id, owner.Number, owner.Status, owner.Version), token, check.Warnings);
            },
            cancellationToken);
    }

    // The applicant, a partner or Customer Service ("Penanggung Jawab: Tim Customer Service"); an unfinished entry is theirs alone.
    private static NotAllowed? RefuseActor(RegisterCase command, Actor actor) =>
        (actor.IsStaff || command.IsDraft) && !actor.Has(ActorRole.CustomerService) ? new NotAllowed(RefusalCode.RoleNotAllowed) : null;

    private static Invalid? Validate(RegisterCase command, RegistrationCheck check)
    {
        if (!Enum.IsDefined(command.Channel))
        {
            return new Invalid(nameof(RegisterCase.Channel), InputProblem.UnknownChoice);
        }

        if (!Enum.IsDefined(command.Language))
        {
            return new Invalid(nameof(RegisterCase.Language), InputProblem.UnknownChoice);
        }

        return !command.IsDraft && check.Errors.Count > 0 ? new Invalid(check.Errors) : null;
    }

    private async Task<Result<Registered>?> FindAsync(OnboardingContext context, RegisterCase command, ApplicantData data, CancellationToken cancellationToken)
    {
        var known = await context.Cases.AsNoTracking().SingleOrDefaultAsync(item => item.SubmissionKey == command.SubmissionKey, cancellationToken);
        if (known is null)
        {
            return null;
        }

        // The same key with another name is not a repetition but somebody else's form.
        if (known.Kind != data.Kind || known.ProductCode != command.ProductCode || known.ApplicantName != data.DisplayName)
        {
            return new Conflict(RefusalCode.SubmissionKeyReused);
        }

        return new Registered(
            new CaseState(known.Id, known.Number, known.Status, known.Version), protection.OpenToken(known.Id, known.ProtectedStatusToken), []);
    }

    private async Task<Refusal?> RefuseAsync(OnboardingContext context, RegisterCase command, CancellationToken cancellationToken)
    {
        var product = await context.Products.AsNoTracking().SingleOrDefaultAsync(item => item.Code == command.ProductCode, cancellationToken);
        if (product is null || !product.IsOfferedTo(command.Data.Kind))
        {
            return new NotAllowed(RefusalCode.ProductNotOffered);
        }

        if (command.IsDraft)
        {
            return null;
        }

        if (command.Consent is not { Registration: true } consent)
        {
            return new Invalid(nameof(RegisterCase.Consent), InputProblem.ConsentRequired);
        }

        var current = await PolicyTexts.CurrentAsync(context, PolicyCodes.Privacy, Instant.Now(clock), cancellationToken);
        return current.Version == consent.PrivacyVersion ? null : new Invalid(nameof(RegisterCase.Consent), InputProblem.ConsentTextOutdated);
    }

    private async Task<(OnboardingCase Case, string Token)> CreateAsync(
        WriteScope scope, RegisterCase command, ApplicantData data, Actor actor, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var id = SequentialId.New(clock);
        var (link, token) = protection.NewLink(id);
        var number = new CaseNumber(today.Year, await scope.NextNumberAsync(CaseNumber.Series(today.Year), cancellationToken));
        var status = command.IsDraft ? CaseStatus.Draft : CaseStatus.Received;
        var owner = new OnboardingCase(new NewCase(
            id, number, status, command.ProductCode, command.Channel, command.Language, data, protection.Protect(id, data),
            command.SubmissionKey, link, actor.IsStaff ? actor.Id : null, now));
        owner.ReplaceData(data, owner.ProtectedData, protection.Keys(data));
        owner.TakePart(actor, Part.Entered, now);
        scope.Context.Cases.Add(owner);
        return (owner, token);
    }

    private async Task FillAsync(CaseWork work, WriteScope scope, RegisterCase command, CancellationToken cancellationToken)
    {
        if (!command.IsDraft && command.Consent is { } consent)
        {
            await ConsentTaking.TakeAsync(work, scope.Context, consent, cancellationToken);
        }

        await PendingDocuments.MoveIntoAsync(work, scope, command.SubmissionKey, cancellationToken);
        work.Record(new AuditEntry("Register") { To = work.Case.Status.ToString(), Details = $$"""{"channel":"{{command.Channel}}"}""" });
        if (!command.IsDraft)
        {
            await duplicates.RunAsync(work, scope, cancellationToken);
            work.OpenWorkItem(WorkQueue.Intake);
            work.Send(OutboxKind.MailRegistrationReceived);
        }
    }
}
