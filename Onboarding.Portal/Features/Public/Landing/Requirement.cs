using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Features.Public.Landing;

/// <summary>What one group of applicants has to bring, as the core computes it.</summary>
/// <param name="Title">Who they are, in the visitor's language.</param>
/// <param name="Documents">The documents.</param>
public sealed record Requirement(string Title, IReadOnlyList<DocumentKind> Documents)
{
    /// <summary>The groups that differ in what they bring.</summary>
    public static IReadOnlyList<Requirement> All =>
    [
        Of(PublicText.GroupCitizen, new PersonData { Citizenship = Citizenship.Indonesian }),
        Of(PublicText.GroupForeigner, new PersonData { Citizenship = Citizenship.Foreign }),
        Of(PublicText.GroupLegalEntity, new BusinessData { LegalForm = LegalForm.PT }),
        Of(PublicText.GroupSoleTrader, new BusinessData { LegalForm = LegalForm.UD }),
    ];

    private static Requirement Of(string title, ApplicantData data) =>
        new(title, [.. CompletenessChecklist.RequiredDocuments(data).Select(required => required.Document)]);
}
