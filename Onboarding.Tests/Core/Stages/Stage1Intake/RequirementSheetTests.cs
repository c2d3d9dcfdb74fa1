using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Tests.Core.Stages.Stage1Intake;

/// <summary>The brochure asks for what the checklist will ask for, whoever signs in the end.</summary>
public sealed class RequirementSheetTests
{
    [Theory]
    [InlineData(ApplicantGroup.LegalEntity)]
    [InlineData(ApplicantGroup.SoleTrader)]
    public void A_business_reads_what_an_Indonesian_and_what_a_foreigner_who_signs_for_it_brings(ApplicantGroup group)
    {
        var business = (BusinessData)ApplicantGroups.Empty(group);

        var sheet = RequirementSheet.Of(group, []);

        sheet.Documents.Select(document => document.Kind).ShouldBe(Required(business));
        sheet.Documents.Select(document => document.OfForeigner ?? document.Kind).ShouldBe(Required(business with { RepresentativeCitizenship = Citizenship.Foreign }));
        sheet.Documents.Where(document => document.OfForeigner is not null)
            .ShouldBe([new RequiredDocument(DocumentKind.RepresentativeIdentityCard, DocumentKind.RepresentativePassport)]);
    }

    [Theory]
    [InlineData(ApplicantGroup.Citizen)]
    [InlineData(ApplicantGroup.Foreigner)]
    public void A_person_brings_one_thing_only(ApplicantGroup group) =>
        RequirementSheet.Of(group, []).Documents.ShouldBe(Required(ApplicantGroups.Empty(group)).Select(kind => new RequiredDocument(kind)));

    private static IEnumerable<DocumentKind> Required(ApplicantData data) => CompletenessChecklist.RequiredDocuments(data).Select(required => required.Document);
}
