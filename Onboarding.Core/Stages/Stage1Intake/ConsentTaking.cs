using Onboarding.Core.Cases;
using Onboarding.Core.Compliance;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Keeps the proof of a consent (UU PDP Pasal 22 and 24).</summary>
internal static class ConsentTaking
{
    /// <summary>One record for each purpose, with the version and hash of the text that was shown.</summary>
    public static async Task TakeAsync(CaseWork work, OnboardingContext context, GivenConsent consent, CancellationToken cancellationToken)
    {
        var text = await PolicyTexts.CurrentAsync(context, PolicyCodes.Privacy, work.Now, cancellationToken);
        work.Case.Add(Record(work, ConsentPurposes.Registration, text, consent.Registration));
        work.Case.Add(Record(work, ConsentPurposes.Marketing, text, consent.Marketing));
    }

    private static ConsentRecord Record(CaseWork work, string purpose, PolicyText text, bool isGiven) => new(
        work.NewId(), work.Case.Id, purpose, text.Version, text.Hash, work.Case.Language, isGiven, work.Case.Channel, work.Actor.Id, work.Now);
}
