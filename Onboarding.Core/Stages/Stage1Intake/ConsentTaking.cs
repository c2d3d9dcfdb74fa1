using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Compliance;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Keeps the proof of a consent (UU PDP Pasal 22 and 24).</summary>
internal static class ConsentTaking
{
    /// <summary>A partner passes a consent on within this time, and paper is entered within it; an older one is asked for again.</summary>
    public static readonly TimeSpan GreatestAge = TimeSpan.FromDays(30);

    // Clocks differ a little; a consent from tomorrow is a mistake.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>
    /// What is wrong with a consent, or null: it must cover the registration and be to the text that applied when it was given.
    /// A partner says when that was, and so does staff of a consent on paper; everybody else gives it here and now.
    /// </summary>
    public static async Task<Invalid?> RefuseAsync(
        OnboardingContext context, GivenConsent? consent, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string field = nameof(RegisterCase.Consent);
        const string timeField = $"{field}.{nameof(GivenConsent.GivenAt)}";
        if (consent is null)
        {
            return new Invalid(field, InputProblem.ConsentRequired);
        }

        List<FieldError> errors = consent.Registration ? [] : [new FieldError(field, InputProblem.ConsentRequired)];
        var at = consent.GivenAt ?? now;
        if (IsGivenBefore(consent, actor) != consent.GivenAt is not null)
        {
            errors.Add(new FieldError(timeField, InputProblem.Required));
        }
        else if (at > now + ClockTolerance)
        {
            errors.Add(new FieldError(timeField, InputProblem.DateInFuture));
        }
        else if (at < now - GreatestAge)
        {
            errors.Add(new FieldError(timeField, InputProblem.ConsentTooOld, GreatestAge.Days.ToString(CultureInfo.InvariantCulture)));
        }
        else if ((await PolicyTexts.AtAsync(context, PolicyCodes.Privacy, at, cancellationToken))?.Version != consent.PrivacyVersion)
        {
            // Which text applied can be said only of a time that can be right.
            errors.Add(new FieldError(field, InputProblem.ConsentTextOutdated));
        }

        return errors.Count > 0 ? new Invalid(errors) : null;
    }

    /// <summary>One record for each purpose, with the version and hash of the text that was shown.</summary>
    public static async Task TakeAsync(CaseWork work, OnboardingContext context, GivenConsent consent, CancellationToken cancellationToken)
    {
        var at = consent.GivenAt ?? work.Now;
        var text = await PolicyTexts.AtAsync(context, PolicyCodes.Privacy, at, cancellationToken)
            ?? throw new InvalidOperationException("The consent was not checked before it was taken.");
        work.Case.Add(Record(work, ConsentPurposes.Registration, text, consent.Registration, at));
        work.Case.Add(Record(work, ConsentPurposes.Marketing, text, consent.Marketing, at));
    }

    // Nobody but staff can say of a consent that it is on paper.
    private static bool IsGivenBefore(GivenConsent consent, Actor actor) => actor.Has(ActorRole.Partner) || (actor.IsStaff && consent.IsOnPaper);

    private static ConsentRecord Record(CaseWork work, string purpose, PolicyText text, bool isGiven, DateTimeOffset at) => new(
        work.NewId(), work.Case.Id, purpose, text.Version, text.Hash, work.Case.Language, isGiven, work.Case.Channel, work.Actor.Id, at);
}
