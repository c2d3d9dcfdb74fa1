using System.Linq.Expressions;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Who may look into cases at all. What they may do there, the transition table says.</summary>
public static class CaseAccess
{
    // Receiving a registration opens the work of stage 1, so a case that ended without ever having had work was thrown away as a draft.
    private static readonly Expression<Func<OnboardingCase, bool>> ReceivedOnly = item =>
        item.Status != CaseStatus.Draft && (item.Status != CaseStatus.Cancelled || item.WorkItems.Any(work => work.Concern == null));

    private static readonly Func<OnboardingCase, bool> WasReceived = ReceivedOnly.Compile();

    /// <summary>
    /// True for the five teams. An administrator keeps settings and accounts and has no business with applicants' data
    /// (UU PDP Pasal 36: confidentiality).
    /// </summary>
    public static bool MayRead(Actor actor) =>
        actor.Has(ActorRole.CustomerService) || actor.Has(ActorRole.Administration) || actor.Has(ActorRole.InformationTechnology)
        || actor.Has(ActorRole.Supervisor) || actor.Has(ActorRole.Compliance);

    /// <summary>
    /// Whether this person may look into this case. A draft is what Customer Service is still taking down ("menerima pendaftaran"):
    /// nothing was sent in, no consent was given, and no later team has a task in it; throwing it away changes nothing of that.
    /// Supervisor ("pengawasan") and compliance ("memastikan seluruh proses") look into every case.
    /// </summary>
    /// <param name="actor">Who wants to look.</param>
    /// <param name="owner">The case with its work items.</param>
    public static bool MayRead(Actor actor, OnboardingCase owner) => MayRead(actor) && (ReadsDrafts(actor) || WasReceived(owner));

    /// <summary>The same question of cases that are not loaded yet.</summary>
    /// <param name="actor">Who wants to look.</param>
    public static Expression<Func<OnboardingCase, bool>> ReadableBy(Actor actor) => (MayRead(actor), ReadsDrafts(actor)) switch
    {
        (false, _) => _ => false,
        (_, true) => _ => true,
        _ => ReceivedOnly,
    };

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

    private static bool ReadsDrafts(Actor actor) =>
        actor.Has(ActorRole.CustomerService) || actor.Has(ActorRole.Supervisor) || actor.Has(ActorRole.Compliance);
}
