using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

public sealed class StandardFormatTests
{
    [Theory]
    [InlineData("budi  santoso", "BUDI SANTOSO")]
    [InlineData("Dr. Budi Santoso, S.E., M.M.", "Dr. BUDI SANTOSO, S.E., M.M.")]
    [InlineData("H. Drs. ahmad yani", "H. Drs. AHMAD YANI")]
    [InlineData("Siti, binti Ahmad", "SITI, BINTI AHMAD")]
    [InlineData("Hj", "HJ")]
    [InlineData("suharto", "SUHARTO")]
    [InlineData("Ma'ruf  Amin", "MA'RUF AMIN")]
    [InlineData("i Gusti ngurah rai", "I GUSTI NGURAH RAI")]
    public void A_name_is_in_capitals_and_keeps_its_titles(string given, string standard) => StandardFormat.PersonName(given).ShouldBe(standard);

    [Theory]
    [InlineData("+6281200009901", "0812-0000-9901")]
    [InlineData("+62812000099012", "0812-0000-9901-2")]
    [InlineData("+622155509901", "(021) 5550-9901")]
    [InlineData("+62274555099", "(0274) 5550-99")]
    [InlineData("+6591234567", "+6591234567")]
    public void A_telephone_number_is_read_as_in_the_country(string kept, string shown) => PhoneNumber.FromStored(kept).ToNationalForm().ShouldBe(shown);

    [Fact]
    public void The_standard_format_of_the_standard_format_is_itself()
    {
        foreach (ApplicantData data in new ApplicantData[] { Registrations.Person() with { Domicile = Registrations.Address() }, Registrations.Business() })
        {
            var once = StandardFormat.Apply(data);

            StandardFormat.Of(once).ShouldAllBe(line => !line.Differs);
        }
    }

    [Fact]
    public void An_entity_has_its_tax_number_in_sixteen_digits_and_a_person_as_given()
    {
        var business = (BusinessData)StandardFormat.Apply(Registrations.Business() with { Npwp = "123456782999000" });
        var person = (PersonData)StandardFormat.Apply(Registrations.Person() with { Npwp = "123456782999000" });

        business.Npwp.ShouldBe("0123456782999000");
        person.Npwp.ShouldBe("123456782999000");
    }

    [Fact]
    public void Every_field_that_is_filled_has_a_line_and_says_whether_it_differs()
    {
        var data = Registrations.Person() with { Domicile = Registrations.Address() with { Rt = "3" }, BirthDate = new DateOnly(1990, 8, 17) };

        var lines = StandardFormat.Of(data).ToDictionary(line => line.Field);

        var filled = RecordSheet.MainFields(CustomerKind.Person).Except([nameof(PersonData.PassportNumber), nameof(PersonData.PassportCountry), nameof(PersonData.PassportExpiry), nameof(PersonData.Npwp)]);
        lines.Keys.ShouldBe(filled, ignoreOrder: true);
        lines[nameof(PersonData.BirthDate)].Standard.ShouldBe("1990-08-17");
        (lines[nameof(PersonData.Nik)].Differs, lines[nameof(PersonData.FullName)].Differs).ShouldBe((false, true));
        lines[nameof(PersonData.Domicile)].Standard.ShouldStartWith("JL. CONTOH NO. 1, RT 003/RW 012, ");
    }
}
