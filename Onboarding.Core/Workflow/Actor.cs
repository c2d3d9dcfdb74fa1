using System.Collections.Frozen;

namespace Onboarding.Core.Workflow;

/// <summary>Who acts: a member of staff, the applicant behind a link, a partner behind a key, or the system. Every use case takes one.</summary>
/// <param name="Id">Stable id: the staff account's id, the case's id for its applicant, the partner's id, or the name of a job.</param>
/// <param name="Name">Display name at the time of the action; kept in the audit trail.</param>
/// <param name="Roles">The roles the person has now.</param>
/// <param name="Origin">From where: portal, public page, partner API, job.</param>
public sealed record Actor(string Id, string Name, IReadOnlySet<ActorRole> Roles, string Origin)
{
    /// <summary>Somebody who is not signed in, or not any more. Has no role, so that every use case refuses.</summary>
    public static Actor Nobody { get; } = new(string.Empty, string.Empty, FrozenSet<ActorRole>.Empty, "portal");

    /// <summary>Which sign-in of the person, or null for who does not sign in: what was confirmed in one does not hold in another.</summary>
    public string? SignIn { get; init; }

    /// <summary>True for a person who signs in, false for the applicant, a partner and the system.</summary>
    public bool IsStaff => !Has(ActorRole.Applicant) && !Has(ActorRole.System) && !Has(ActorRole.Partner);

    /// <summary>True when the actor has the role.</summary>
    public bool Has(ActorRole role) => Roles.Contains(role);

    /// <summary>The applicant of one case, known by the link.</summary>
    /// <remarks>The name is left out on purpose: it is personal data and stands in the case already.</remarks>
    public static Actor Applicant(Guid caseId) =>
        new(caseId.ToString("N"), "applicant", FrozenSet.Create(ActorRole.Applicant), "public");

    /// <summary>A partner, known by its key.</summary>
    /// <param name="partnerId">Which partner.</param>
    /// <param name="name">Its name, a company's.</param>
    public static Actor Partner(Guid partnerId, string name) =>
        new(partnerId.ToString("N"), name, FrozenSet.Create(ActorRole.Partner), "partner-api");

    /// <summary>The portal itself, named by the job or connector that acts.</summary>
    public static Actor System(string job) => new(job, job, FrozenSet.Create(ActorRole.System), "system");
}
