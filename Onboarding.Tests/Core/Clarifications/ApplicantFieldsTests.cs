using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Clarifications;

/// <summary>The applicant's data field by field, as text.</summary>
public sealed class ApplicantFieldsTests
{
    public static TheoryData<ApplicantData> Everybody { get; } =
    [
        Registrations.Person(),
        Registrations.Person() with { Domicile = Registrations.Address(), Npwp = "3171031708909901" },
        Registrations.Person() with { Citizenship = Citizenship.Foreign, PassportNumber = "X9900001", PassportCountry = "JPN", PassportExpiry = new DateOnly(2030, 1, 31) },
        Registrations.Business(),
        Registrations.ForeignSigned(),
        Registrations.Business() with { LegalForm = LegalForm.UD },
    ];

    [Theory, MemberData(nameof(Everybody))]
    public void Everything_that_is_read_can_be_written_back_and_changes_nothing(ApplicantData data)
    {
        var all = ApplicantFields.Askable(data).SelectMany(path => ApplicantFields.Read(data, path)).ToList();

        ApplicantFields.With(data, all).ShouldBe(data);
        all.Count.ShouldBeGreaterThan(10);
    }

    [Theory, MemberData(nameof(Everybody))]
    public void Each_text_goes_into_its_own_field_and_no_other(ApplicantData data)
    {
        foreach (var path in ApplicantFields.Askable(data).SelectMany(path => ApplicantFields.Read(data, path).Keys))
        {
            var other = path switch
            {
                nameof(PersonData.Sex) => nameof(Sex.Female),
                _ when path.EndsWith("Date", StringComparison.Ordinal) || path.EndsWith("Expiry", StringComparison.Ordinal) => "2001-02-03",
                _ => "lain",
            };

            var changed = ApplicantFields.With(data, [new(path, $" {other} ")]);

            ApplicantFields.Read(changed, path)[path].ShouldBe(other);
            DataComparison.ChangedFields(data, changed).ShouldBe([path]);
        }
    }

    [Fact]
    public void What_does_not_apply_cannot_be_asked()
    {
        ApplicantFields.Askable(Registrations.Person()).ShouldNotContain(path => path.StartsWith("Passport", StringComparison.Ordinal) || path == nameof(PersonData.Domicile));
        ApplicantFields.Askable(Registrations.Business() with { LegalForm = LegalForm.UD }).ShouldNotContain(nameof(BusinessData.DeedNumber));
        ApplicantFields.Askable(Registrations.Business()).ShouldContain(nameof(BusinessData.DeedNumber));
        ApplicantFields.Askable(Registrations.Business() with { LegalForm = LegalForm.UD }).ShouldNotContain(nameof(BusinessData.NotaryCity));
        ApplicantFields.Askable(Registrations.Business()).ShouldContain(nameof(BusinessData.NotaryCity));
        ApplicantFields.Askable(Registrations.Business()).ShouldNotContain(nameof(BusinessData.RepresentativePassportNumber));
        ApplicantFields.Askable(Registrations.ForeignSigned()).ShouldContain(nameof(BusinessData.RepresentativePassportNumber));
    }

    [Fact]
    public void A_text_that_is_no_date_and_a_path_that_is_no_field_leave_nothing_behind()
    {
        var person = Registrations.Person();

        ApplicantFields.With(person, [new(nameof(PersonData.BirthDate), "kemarin")]).ShouldBe(person with { BirthDate = null });
        ApplicantFields.With(person, [new("Address", "x"), new("Nothing.Here", "x"), new("Kind", "x"), new("Domicile.Street", "x")]).ShouldBe(person);
    }
}
