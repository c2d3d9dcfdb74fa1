using System.Text.Json;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage1Intake;

/// <summary>What the Formulir Pendaftaran Pelanggan says of an address and of values that contradict each other (SOP stage 1).</summary>
public sealed class RegistrationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Finds_nothing_in_data_that_agrees()
    {
        foreach (var data in (ApplicantData[])[Registrations.Person(), Registrations.Business(), Registrations.Person() with { Domicile = Registrations.Address() }])
        {
            var check = RegistrationRules.Check(data, Today);

            check.Errors.ShouldBeEmpty();
            check.Warnings.ShouldBeEmpty();
            check.Data.ShouldBe(data);
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("31", FindingCode.RegencyMissing)]
    [InlineData("31.71", FindingCode.DistrictMissing)]
    [InlineData("31.71.03", FindingCode.VillageMissing)]
    [InlineData("31.71.03.9999", FindingCode.VillageCodeNotRecognised)]
    [InlineData("Kemayoran", FindingCode.DigitsOnly)]
    public void Names_the_field_of_the_address_that_is_wrong(string code, FindingCode? finding)
    {
        var wrong = Registrations.Address() with { VillageCode = code };

        ErrorsOf(Registrations.Person() with { Address = wrong }).ShouldBe([("Address.VillageCode", finding)]);
        ErrorsOf(Registrations.Business() with { Address = wrong }).ShouldBe([("Address.VillageCode", finding)]);
        ErrorsOf(Registrations.Person() with { Domicile = wrong }).ShouldBe([("Domicile.VillageCode", finding)]);
    }

    [Fact]
    public void Asks_for_street_village_and_postal_code_and_for_nothing_else_of_an_address() =>
        ErrorsOf(Registrations.Person() with { Address = new AddressData() }).ShouldBe([("Address.Street", null), ("Address.VillageCode", null), ("Address.PostalCode", null)]);

    [Fact]
    public void Keeps_an_address_in_one_form_however_it_was_sent()
    {
        var typed = new AddressData { Street = " Jl. Contoh\nNo. 1 ", Rt = "RT 3", Rw = "-", VillageCode = "3171031001", PostalCode = "Kode Pos 10640" };

        var kept = RegistrationRules.Check(Registrations.Person() with { Address = typed }, Today);

        kept.Errors.ShouldBeEmpty();
        kept.Data.Address.ShouldBe(new AddressData { Street = "Jl. Contoh No. 1", Rt = "003", Rw = null, VillageCode = "31.71.03.1001", PostalCode = "10640" });
        RegistrationRules.Check(kept.Data, Today).Data.ShouldBe(kept.Data);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("0")]
    [InlineData("-")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Takes_an_address_without_neighbourhood_units(string? none)
    {
        var address = RegistrationRules.Check(Registrations.Person() with { Address = Registrations.Address() with { Rt = none, Rw = none } }, Today).Data.Address;

        (address.Rt, address.Rw).ShouldBe((null, null));
        StandardFormat.Line(address).ShouldStartWith("Jl. Contoh No. 1, Kemayoran,");
    }

    [Fact]
    public void Stores_the_code_alone_and_reads_the_names_from_it()
    {
        JsonSerializer.Serialize(Registrations.Address())
            .ShouldBe("""{"Street":"Jl. Contoh No. 1","Rt":"003","Rw":"012","VillageCode":"31.71.03.1001","PostalCode":"10640"}""");
        StandardFormat.Line(Registrations.Address())
            .ShouldBe("Jl. Contoh No. 1, RT 003/RW 012, Kemayoran, Kemayoran, Kota Administrasi Jakarta Pusat, DKI Jakarta, 10640");
    }

    [Fact]
    public void A_changed_region_is_one_changed_field()
    {
        var before = Registrations.Person();

        DataComparison.ChangedFields(before, before with { Address = before.Address with { VillageCode = "31.71.03.1002" } }).ShouldBe(["Address.VillageCode"]);
    }

    [Fact]
    public void Takes_a_retired_code_with_a_warning_and_knows_the_present_province()
    {
        var address = new AddressData { Street = "Jl. Contoh 1", VillageCode = "91.01.01.1002", PostalCode = "99616" };
        var person = Registrations.Person() with { Nik = "9101011708909901", Address = address };

        ErrorsOf(person).ShouldBeEmpty();
        WarningsOf(person).ShouldBe([("Address.VillageCode", FindingCode.VillageCodeFormer)]);
        address.Province!.Code.ShouldBe("93");
        StandardFormat.Line(address).ShouldBe("Jl. Contoh 1, Samkai, Merauke, Kabupaten Merauke, Papua, 99616");
    }

    [Fact]
    public void Warns_when_postal_code_and_province_contradict_each_other()
    {
        var address = Registrations.Address() with { PostalCode = "80232" };

        WarningsOf(Registrations.Person() with { Domicile = address }).ShouldBe([("Domicile.PostalCode", FindingCode.PostalCodeProvinceMismatch)]);
        WarningsOf(Registrations.Business() with { Address = address }).ShouldBe([("Address.PostalCode", FindingCode.PostalCodeProvinceMismatch)]);
    }

    [Fact]
    public void Compares_the_NIK_with_the_address_of_the_card_and_not_with_the_domicile()
    {
        var bandung = Registrations.Address() with { VillageCode = "32.73.13.1001", PostalCode = "40261" };

        WarningsOf(Registrations.Person() with { Address = bandung }).ShouldBe([("Nik", FindingCode.NikRegionMismatch)]);
        WarningsOf(Registrations.Person() with { Domicile = bandung }).ShouldBeEmpty();
    }

    [Fact]
    public void Compares_the_NIK_with_birth_date_sex_and_region_together()
    {
        var person = Registrations.Person() with { Nik = "9101014103859904", Sex = Sex.Male };

        WarningsOf(person).ShouldBe([("Nik", FindingCode.NikBirthDateMismatch), ("Nik", FindingCode.NikSexMismatch), ("Nik", FindingCode.NikRegionMismatch)]);
        ErrorsOf(person).ShouldBeEmpty();
    }

    [Fact]
    public void Takes_the_passport_of_who_signs_for_a_business_and_drops_it_for_an_Indonesian()
    {
        var foreign = Registrations.ForeignSigned();

        ErrorsOf(foreign).ShouldBeEmpty();
        ErrorsOf(foreign with { RepresentativePassportExpiry = Today.AddDays(-1) }).ShouldBe([("RepresentativePassportExpiry", FindingCode.PassportExpired)]);
        ErrorsOf(foreign with { RepresentativeNik = "123" }).Select(error => error.Item1).ShouldBe(["RepresentativeNik"]);
        RegistrationRules.Check(foreign with { RepresentativeCitizenship = Citizenship.Indonesian, RepresentativeNik = "3171031708909901" }, Today).Data
            .ShouldBeOfType<BusinessData>().RepresentativePassportNumber.ShouldBeNull();
        CompletenessChecklist.RequiredDocuments(foreign).Select(required => required.Document).ShouldContain(DocumentKind.RepresentativePassport);
        CompletenessChecklist.RequiredDocuments(foreign).Select(required => required.Document).ShouldNotContain(DocumentKind.RepresentativeIdentityCard);
    }

    [Fact]
    public void Asks_for_the_city_of_the_notary_exactly_where_it_asks_for_the_notary()
    {
        var company = Registrations.Business();

        ErrorsOf(company with { NotaryCity = " " }).ShouldBe([("NotaryCity", null)]);
        ErrorsOf(company with { NotaryCity = "Jakarta\u0007" }).ShouldBe([("NotaryCity", FindingCode.ControlCharacter)]);
        RegistrationRules.Check(company with { NotaryCity = new string('a', ApplicantData.MaxTextLength + 1) }, Today).Errors.ShouldHaveSingleItem().Problem.ShouldBe(InputProblem.TooLong);
        RegistrationRules.Check(company with { NotaryCity = "  Kota Bandung " }, Today).Data.ShouldBeOfType<BusinessData>().NotaryCity.ShouldBe("Kota Bandung");
        foreach (var form in Enum.GetValues<LegalForm>())
        {
            var read = RegistrationRules.Check(company with { LegalForm = form }, Today).Data.ShouldBeOfType<BusinessData>();
            (read.NotaryCity is null).ShouldBe(read.NotaryName is null, form.ToString());
            RegistrationRules.Check(new BusinessData { LegalForm = form }, Today).Errors.Count(error => error.Field is "NotaryName" or "NotaryCity")
                .ShouldBe(read.NotaryName is null ? 0 : 2, form.ToString());
        }
    }

    [Fact]
    public void Asks_a_foreigner_for_an_address_in_Indonesia()
    {
        var foreigner = Registrations.Person() with { Citizenship = Citizenship.Foreign, Nik = null, PassportNumber = "X1234567", PassportCountry = "SG", PassportExpiry = Today.AddYears(2) };

        ErrorsOf(foreigner).ShouldBeEmpty();
        ErrorsOf(foreigner with { Address = Registrations.Address() with { VillageCode = "" } }).ShouldBe([("Address.VillageCode", null)]);
    }

    [Fact]
    public void Looks_at_the_age_in_the_NIK_of_a_representative() =>
        WarningsOf(Registrations.Business() with { RepresentativeNik = "3171031510209901" }).ShouldBe([("RepresentativeNik", FindingCode.NikAgeUnlikely)]);

    [Fact]
    public void Compares_the_values_of_a_business_with_each_other()
    {
        var business = Registrations.Business() with { LegalForm = LegalForm.CV, Nitku = "1000000000009901000001" };

        WarningsOf(business).ShouldBe([("LegalForm", FindingCode.LegalFormMismatch), ("Nitku", FindingCode.NitkuDiffersFromNpwp)]);
    }

    [Fact]
    public void Warns_of_a_company_that_gives_the_tax_number_of_a_person() =>
        WarningsOf(Registrations.Business() with { Npwp = "3171035708909902" }).ShouldBe([("Npwp", FindingCode.NpwpOfIndividual)]);

    [Fact]
    public void Expects_of_a_sole_trader_the_tax_number_of_the_owner()
    {
        var trader = Registrations.Business() with { LegalForm = LegalForm.UD, BusinessName = "UD Contoh", Npwp = "3171035708909902" };

        WarningsOf(trader).ShouldBe([("Npwp", FindingCode.NpwpDiffersFromNik)]);
        WarningsOf(trader with { Npwp = trader.RepresentativeNik }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Jl. Contoh \u202Eletoh\u202C")]
    [InlineData("Jl. Contoh \u2067x\u2069")]
    [InlineData("Jl. Contoh\0")]
    [InlineData("Jl. Contoh\u001B[31m")]
    [InlineData("Jl. \u009B31mContoh")]
    public void Refuses_characters_that_change_how_the_rest_is_shown(string street) =>
        ErrorsOf(Registrations.Person() with { Address = Registrations.Address() with { Street = street } }).ShouldBe([("Address.Street", FindingCode.ControlCharacter)]);

    [Fact]
    public void Refuses_half_a_character()
    {
        var broken = "Jl. Contoh " + (char)0xD83D;

        ErrorsOf(Registrations.Person() with { Address = Registrations.Address() with { Street = broken } }).ShouldBe([("Address.Street", FindingCode.ControlCharacter)]);
    }

    [Theory]
    [InlineData("Jl. Contoh \uD83C\uDFE0 No. 1")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("<b>Jl. Contoh</b>")]
    [InlineData("Gg. H. Ma\u2019mun No. 1")]
    [InlineData("Jl. \u0645\u0643\u0629\u200F 1")]
    public void Keeps_a_street_as_it_was_given(string street)
    {
        var check = RegistrationRules.Check(Registrations.Person() with { Address = Registrations.Address() with { Street = street } }, Today);

        check.Errors.ShouldBeEmpty();
        check.Data.Address.Street.ShouldBe(street);
    }

    [Fact]
    public void Answers_any_text_in_any_field_of_an_address() => Always.Holds(Always.AnyText, text =>
    {
        var address = new AddressData { Street = text ?? "", Rt = text, Rw = text, VillageCode = text ?? "", PostalCode = text ?? "" };

        var check = RegistrationRules.Check(Registrations.Person() with { Address = address, Domicile = address }, Today);

        StandardFormat.Address(check.Data.Address).ShouldNotBeNull();
        RegistrationRules.Check(check.Data, Today).Data.ShouldBe(check.Data);
    });

    private static IEnumerable<(string Field, FindingCode? Finding)> ErrorsOf(ApplicantData data) => RegistrationRules.Check(data, Today).Errors.Select(Entry);

    private static (string Field, FindingCode? Finding) Entry(FieldError error)
    {
        (error.Problem == InputProblem.Required).ShouldBe(error.Finding is null);
        return (error.Field, error.Finding?.Code);
    }

    private static IEnumerable<(string Field, FindingCode Finding)> WarningsOf(ApplicantData data) =>
        RegistrationRules.Check(data, Today).Warnings.Select(warning => (warning.Field, warning.Finding.Code));
}
