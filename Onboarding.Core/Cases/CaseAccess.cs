using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Who may look into cases at all. What they may do there, the transition table says.</summary>
public static class CaseAccess
{
    /// <summary>
    /// True for the five teams. An administrator keeps settings and accounts and has no business with applicants' data
    /// (UU PDP Pasal 36: confidentiality).
    /// </summary>
    public static bool MayRead(Actor actor) =>
        actor.Has(ActorRole.CustomerService) || actor.Has(ActorRole.Administration) || actor.Has(ActorRole.InformationTechnology)
        || actor.Has(ActorRole.Supervisor) || actor.Has(ActorRole.Compliance);

    /// <summary>
    /// Whether this person may look into a case that stands here. A draft is what Customer Service is still taking down ("menerima
    /// pendaftaran"): nothing was sent in, no consent was given, and no later team has a task in it. Supervisor ("pengawasan") and
    /// compliance ("memastikan seluruh proses") look into every case.
    /// </summary>
    public static bool MayRead(Actor actor, CaseStatus status) => status == CaseStatus.Draft
        ? actor.Has(ActorRole.CustomerService) || actor.Has(ActorRole.Supervisor) || actor.Has(ActorRole.Compliance)
        : MayRead(actor);

    /// <summary>
    /// False for an applicant or a partner and a case that is not theirs: a link leads to one case alone, a key to what its
    /// partner sent in.
    /// </summary>
    public static bool MayAddress(Actor actor, OnboardingCase owner)
    {
        if (actor.Has(ActorRole.Partner))
        {
            return owner.PartnerId is { } partner && actor.Id == Actor.Partner(partner, string.Empty).Id;
        }

        return !actor.Has(ActorRole.Applicant) || actor.Id == Actor.Applicant(owner.Id).Id;
    }
}
