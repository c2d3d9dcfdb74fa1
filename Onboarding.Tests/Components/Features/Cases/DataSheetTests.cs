using Onboarding.Core.Cases;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Cases;

/// <summary>The applicant's data as staff read it.</summary>
public sealed class DataSheetTests
{
    [Fact]
    public void A_country_has_its_name()
    {
        ApplicantData person = Registrations.Person(3201) with { Citizenship = Citizenship.Foreign, PassportNumber = "X9903201", PassportCountry = "AI" };
        ApplicantData business = Registrations.Business(3202) with { RepresentativeCitizenship = Citizenship.Foreign, RepresentativePassportCountry = "MY" };

        Country(person, nameof(PersonData.PassportCountry)).ShouldBe("Anguilla");
        Country(business, nameof(BusinessData.RepresentativePassportCountry)).ShouldBe("Malaysia");
    }

    private static string? Country(ApplicantData data, string field) =>
        DataSheet.Of(data).SelectMany(group => group.Lines).Single(line => line.Field == field).Value;
}
