using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
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
/// <param name="Details">How it reached the company, what was explained, and which brochure was shown; null where there is nothing to say.</param>
public sealed record RegisterCase(
    Guid SubmissionKey, string ProductCode, Channel Channel, Language Language, ApplicantData Data, GivenConsent? Consent, bool IsDraft = false, IntakeDetails? Details = null);

/// <summary>What the applicant agreed to.</summary>
/// <param name="PrivacyVersion">Version of the privacy policy that was on screen.</param>
/// <param name="Registration">Agreed to the processing for the registration; required.</param>
/// <param name="Marketing">Agreed to offers; optional, never a condition.</param>
public sealed record GivenConsent(string PrivacyVersion, bool Registration, bool Marketing)
{
    /// <summary>When it was given to a partner, or signed on paper (UTC); null when it is given here and now.</summary>
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>It was signed on paper before it is recorded; whoever records it declares that the paper is kept.</summary>
    public bool IsOnPaper { get; init; }
}

/// <summary>What the confirmation page shows.</summary>
/// <param name="State">The case.</param>
/// <param name="StatusToken">Token of the status page's link.</param>
/// <param name="Warnings">What the verifier will look at; empty when the submission was a repetition.</param>
public sealed record Registered(CaseState State, string StatusToken, IReadOnlyList<FieldWarning> Warnings)
{
    /// <summary>When it came in (UTC).</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The documents that it needs; empty when the submission was a repetition.</summary>
    public IReadOnlyList<DocumentKind> NeededDocuments { get; init; } = [];
}

/// <summary>Makes a case from a registration.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protection">Encryption.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="duplicates">The search for duplicates.</param>
/// <param name="clock">Clock.</param>
public sealed class RegisterCaseHandler(
    UnitOfWork unitOfWork, CaseProtection protection, CaseRulesProvider rules, DuplicateSearch duplicates, TimeProvider clock) : IUseCase
{
    /// <summary>Takes the registration, or says field by field what is missing.</summary>
    public Task<Result<Registered>> HandleAsync(RegisterCase command, Actor actor, CancellationToken cancellationToken) =>
        HandleAsync(command, actor, null, cancellationToken);

    /// <summary>The same, with something that belongs into the same transaction.</summary>
    internal async Task<Result<Registered>> HandleAsync(
        RegisterCase command, Actor actor, IRegistrationCompanion? companion, CancellationToken cancellationToken)
    {
        var current = await rules.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        var today = current.Policy.DateAt(now);
        var check = RegistrationRules.Check(command.Data, today);
        if (RefuseActor(command, actor) is { } forbidden)
        {
            return forbidden;
        }

        var (source, sourceErrors) = SourceRules.Check(command.Channel, command.Details?.Source, now);
        if (Validate(command, check, sourceErrors) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.WriteAsync<Registered>(
            async scope =>
            {
                if (companion is not null && await companion.BeforeAsync(scope, cancellationToken) is { } answered)
                {
                    return answered;
                }

                await scope.LockSubmissionAsync(command.SubmissionKey, cancellationToken);
                if (await FindAsync(scope.Context, command, check.Data, cancellationToken) is { } known)
                {
                    return known;
                }

                var product = await Catalogue.FindAsync(scope.Context, command.ProductCode, now, cancellationToken);
                if (await RefuseAsync(scope.Context, command, product, actor, now, today, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var (owner, token) = await CreateAsync(scope, command, check.Data, source, actor, now, today, cancellationToken);
                owner.UseBrochure(product!.Brochure, shown: command.Details?.BrochureVersion is not null);
                var work = new CaseWork(owner, check.Data, actor, clock, current);
                await FillAsync(work, scope, command, cancellationToken);
                scope.Take(work);
                var registered = new Registered(new CaseState(owner.Id, owner.Number, owner.Status, owner.Version), token, check.Warnings)
                {
                    ReceivedAt = owner.CreatedAt,
                    NeededDocuments = CompletenessChecklist.NeededDocuments(check.Data, owner.Requirements),
                };
                if (companion is not null)
                {
                    await companion.AfterAsync(scope, registered, cancellationToken);
                }

                return registered;
            },
            cancellationToken);
    }

    // The applicant, a partner over its own channel, or Customer Service ("Penanggung Jawab: Tim Customer Service"), who also
    // enter what a partner hands in as a list; an unfinished entry is theirs alone.
    private static NotAllowed? RefuseActor(RegisterCase command, Actor actor)
    {
        var isTheirs = !(actor.IsStaff || command.IsDraft) || actor.Has(ActorRole.CustomerService);
        var isForPartner = actor.IsStaff && command.Details?.PartnerId is not null;
        var isOwnChannel = (actor.Has(ActorRole.Partner) || isForPartner) == (command.Channel == Channel.Partner);
        return isTheirs && isOwnChannel ? null : new NotAllowed(RefusalCode.RoleNotAllowed);
    }

    private static Invalid? Validate(RegisterCase command, RegistrationCheck check, IReadOnlyList<FieldError> sourceErrors)
    {
        if (!Enum.IsDefined(command.Channel))
        {
            return new Invalid(nameof(RegisterCase.Channel), InputProblem.UnknownChoice);
        }

        if (!Enum.IsDefined(command.Language))
        {
            return new Invalid(nameof(RegisterCase.Language), InputProblem.UnknownChoice);
        }

        List<FieldError> errors = [.. sourceErrors, .. check.Errors];
        return !command.IsDraft && errors.Count > 0 ? new Invalid(errors) : null;
    }

    private async Task<Result<Registered>?> FindAsync(OnboardingContext context, RegisterCase command, ApplicantData data, CancellationToken cancellationToken)
    {
        var known = await context.Cases.AsNoTracking().SingleOrDefaultAsync(item => item.SubmissionKey == command.SubmissionKey, cancellationToken);
        if (known is null)
        {
            return null;
        }

        // The same key with other content is not a repetition. Compared with what was sent then: staff may have corrected the case since.
        if (!CryptographicOperations.FixedTimeEquals(known.SubmissionHash, protection.SubmissionHash(command.ProductCode, data)))
        {
            return new Conflict(RefusalCode.SubmissionKeyReused);
        }

        return new Registered(
            new CaseState(known.Id, known.Number, known.Status, known.Version), protection.OpenToken(known.Id, known.ProtectedStatusToken), []) { ReceivedAt = known.CreatedAt };
    }

    private static async Task<Refusal?> RefuseAsync(
        OnboardingContext context, RegisterCase command, Product? product, Actor actor, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        // An unfinished entry is asked for the rest when it is sent in.
        if (command.IsDraft)
        {
            return product?.IsOfferedTo(command.Data.Kind) == true ? null : new NotAllowed(RefusalCode.ProductNotOffered);
        }

        var parts = new RegistrationParts(command.ProductCode, command.Data, command.Consent, command.Details);
        return RegistrationReview.AsOne(await RegistrationReview.FindAsync(context, parts, product, actor, now, today, cancellationToken));
    }

    private async Task<(OnboardingCase Case, string Token)> CreateAsync(
        WriteScope scope, RegisterCase command, ApplicantData data, RegistrationSource? source, Actor actor, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        var id = SequentialId.New(clock);
        var (link, token) = protection.NewLink(id);
        var number = new CaseNumber(today.Year, await scope.NextNumberAsync(CaseNumber.Series(today.Year), cancellationToken));
        var status = command.IsDraft ? CaseStatus.Draft : CaseStatus.Received;
        var owner = new OnboardingCase(new NewCase(
            id, number, status, command.ProductCode, command.Channel, command.Language, data, protection.Protect(id, data),
            command.SubmissionKey, link, actor.IsStaff ? actor.Id : null, now)
        {
            SubmissionHash = protection.SubmissionHash(command.ProductCode, data),
            OnPaper = source?.OnPaper == true,
            ProtectedSource = protection.ProtectSource(id, source),
            PartnerId = actor.Has(ActorRole.Partner) ? Guid.ParseExact(actor.Id, "N") : command.Details?.PartnerId,
        });
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

        if (!command.IsDraft && work.Actor.IsStaff)
        {
            command.Details?.Explanation?.TickOn(work, remark: null);
        }

        await PendingDocuments.MoveIntoAsync(work, scope, command.SubmissionKey, cancellationToken);
        var import = command.Details?.ImportId is { } id ? $""","import":"{id:N}" """.TrimEnd() : string.Empty;
        var read = command.Details is { } given ? MachineReading.Detail(given.MachineRead) : string.Empty;
        work.Record(new AuditEntry("Register") { To = work.Case.Status.ToString(), Details = $$"""{"channel":"{{command.Channel}}","brochure":{{work.Case.BrochureVersion}}{{import}}{{read}}}""" });
        if (!command.IsDraft)
        {
            await duplicates.RunAsync(work, scope, cancellationToken);
            work.OpenWorkItem(WorkQueue.Intake);
            work.Send(OutboxKind.MailRegistrationReceived);
        }
    }
}
