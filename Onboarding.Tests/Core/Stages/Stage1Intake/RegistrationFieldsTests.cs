using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Tests.Core.Stages.Stage1Intake;

/// <summary>The definition of the form and its rules say the same.</summary>
public sealed class RegistrationFieldsTests
{
    public static TheoryData<ApplicantGroup> Groups { get; } = [.. Enum.GetValues<ApplicantGroup>()];

    [Theory, MemberData(nameof(Groups))]
    public void What_the_definition_requires_is_what_the_rules_miss_in_an_empty_form(ApplicantGroup group)
    {
        var data = ApplicantGroups.Empty(group);
        if (data is PersonData person)
        {
            data = person with { Domicile = new AddressData() };
        }

        var missed = RegistrationRules.Check(data, new DateOnly(2026, 11, 23)).Errors.Select(error => error.Field).ToHashSet();

        // The group is chosen by these, so an empty form of a group has them.
        var required = RegistrationFields.Of(group, []).Where(field => field.Need == FieldNeed.Required).Select(field => field.Path)
            .Except([nameof(PersonData.Citizenship), nameof(BusinessData.LegalForm), nameof(BusinessData.RepresentativeCitizenship)]);
        missed.Order(StringComparer.Ordinal).ShouldBe(required.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(LegalForm.PT)]
    [InlineData(LegalForm.UD)]
    public void A_foreign_representative_is_asked_for_the_passport_and_not_for_a_NIK(LegalForm form)
    {
        var data = new BusinessData { LegalForm = form, RepresentativeCitizenship = Citizenship.Foreign };

        var missed = RegistrationRules.Check(data, new DateOnly(2026, 11, 23)).Errors.Select(error => error.Field).ToHashSet();

        missed.Where(path => path.StartsWith("Representative", StringComparison.Ordinal)).ShouldBe(
            RegistrationFields.Of(data, []).Where(field => field.Part == FormPart.Representative && field.Need == FieldNeed.Required).Select(field => field.Path)
                .Except([nameof(BusinessData.RepresentativeCitizenship)]),
            ignoreOrder: true);
        missed.ShouldContain(nameof(BusinessData.RepresentativePassportNumber));
        missed.ShouldNotContain(nameof(BusinessData.RepresentativeNik));
    }

    [Fact]
    public void Paper_has_room_for_both_kinds_of_representatives() =>
        RegistrationFields.Of(ApplicantGroup.LegalEntity, [], representative: null).Where(field => field.Part == FormPart.Representative).Select(field => (field.Path, field.Need)).ShouldBe(
        [
            (nameof(BusinessData.RepresentativeCitizenship), FieldNeed.Required), (nameof(BusinessData.RepresentativeName), FieldNeed.Required),
            (nameof(BusinessData.RepresentativePosition), FieldNeed.Required), (nameof(BusinessData.RepresentativePassportNumber), FieldNeed.Optional),
            (nameof(BusinessData.RepresentativePassportCountry), FieldNeed.Optional), (nameof(BusinessData.RepresentativePassportExpiry), FieldNeed.Optional),
            (nameof(BusinessData.RepresentativeNik), FieldNeed.Optional),
        ]);

    [Theory, MemberData(nameof(Groups))]
    public void Every_field_stands_once(ApplicantGroup group) =>
        RegistrationFields.Of(group, []).Select(field => field.Path).ShouldBeUnique();

    [Theory, MemberData(nameof(Groups))]
    public void A_product_can_require_exactly_the_fields_that_are_optional_but_not_parts_of_an_address(ApplicantGroup group) =>
        RegistrationFields.Of(group, []).Where(field => field.Need == FieldNeed.Optional && !field.Path.Contains('.', StringComparison.Ordinal)).Select(field => field.Path)
            .ShouldBe(ProductRequirements.Fields(group), ignoreOrder: true);

    [Fact]
    public void What_a_product_asks_for_is_required()
    {
        ProductRequirement npwp = new("npwp", RequirementKind.Field, [ApplicantGroup.Citizen]) { Field = nameof(PersonData.Npwp) };

        RegistrationFields.Of(ApplicantGroup.Citizen, [npwp]).Single(field => field.Path == nameof(PersonData.Npwp)).Need.ShouldBe(FieldNeed.Required);
        RegistrationFields.Of(ApplicantGroup.Foreigner, [npwp]).Single(field => field.Path == nameof(PersonData.Npwp)).Need.ShouldBe(FieldNeed.Optional);
    }
}
