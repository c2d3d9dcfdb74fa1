using FsCheck.Fluent;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.IdentityNumbers;

/// <summary>What holds for every value of <c>IdentityNumbers</c>, whatever is typed.</summary>
public sealed class TextValueTests
{
    [Fact]
    public void Every_value_is_listed_here() =>
        typeof(TextValue).Assembly.GetTypes().Count(type => type.BaseType == typeof(TextValue)).ShouldBe(14);

    [Fact]
    public void Nik_keeps_the_promises_of_a_value() => KeepsItsPromises<Nik>("3171031708909901", shown: 4);

    [Fact]
    public void Npwp_keeps_the_promises_of_a_value() => KeepsItsPromises<Npwp>("123456782999000", shown: 4);

    [Fact]
    public void Nitku_keeps_the_promises_of_a_value() => KeepsItsPromises<Nitku>("0123456782999000000001", shown: 4);

    [Fact]
    public void Nib_keeps_the_promises_of_a_value() => KeepsItsPromises<Nib>("2208260009901", shown: 4);

    [Fact]
    public void Passport_number_keeps_the_promises_of_a_value() => KeepsItsPromises<PassportNumber>("X1234567", shown: 2);

    [Fact]
    public void Stay_permit_number_keeps_the_promises_of_a_value() => KeepsItsPromises<StayPermitNumber>("2C21JD-0099", shown: 2);

    [Fact]
    public void Phone_number_keeps_the_promises_of_a_value() => KeepsItsPromises<PhoneNumber>("+6281200009901", shown: 6);

    [Fact]
    public void Postal_code_keeps_the_promises_of_a_value() => KeepsItsPromises<PostalCode>("10640", shown: 2);

    [Fact]
    public void Village_code_keeps_the_promises_of_a_value() => KeepsItsPromises<VillageCode>("31.71.03.1001", shown: 5);

    [Fact]
    public void Neighbourhood_unit_keeps_the_promises_of_a_value() => KeepsItsPromises<NeighbourhoodUnit>("003/012", shown: 0);

    [Fact]
    public void Person_name_keeps_the_promises_of_a_value() => KeepsItsPromises<PersonName>("Siti Nur'aini", shown: 2, varies: true);

    [Fact]
    public void Business_name_keeps_the_promises_of_a_value() => KeepsItsPromises<BusinessName>("PT Contoh Abadi", shown: 3, varies: true);

    [Fact]
    public void Email_address_keeps_the_promises_of_a_value() => KeepsItsPromises<EmailAddress>("budi@contoh.id", shown: 11, varies: true);

    [Fact]
    public void Decree_number_keeps_the_promises_of_a_value() => KeepsItsPromises<AhuDecreeNumber>("AHU-AH.01.03-0099003", shown: 4);

    private static void KeepsItsPromises<T>(string sample, int shown, bool varies = false)
        where T : TextValue, ITextValue<T>
    {
        var value = T.Read(sample).ShouldBeValid();
        value.Value.ShouldBe(sample);
        value.ToString().ShouldBe(value.Mask());
        Shown(value).ShouldBe(shown);
        T.FromStored(sample).ShouldBe(value);

        // Any text, and every valid text with a part replaced by any text, is answered and never thrown at.
        var texts =
            from text in Always.AnyText
            from cut in Gen.Choose(0, sample.Length)
            from keep in Gen.Elements(true, false)
            select keep ? sample[..cut] + text + sample[cut..] : text;
        Always.Holds(texts, text => AnswersAndStaysReadable<T>(text, varies ? T.MaxLength : shown));
    }

    private static void AnswersAndStaysReadable<T>(string? text, int shownAtMost)
        where T : TextValue, ITextValue<T>
    {
        var reading = T.Read(text);
        T.FromStored(text ?? string.Empty).Mask().ShouldNotBeNull();

        if (!reading.IsValid)
        {
            reading.Findings.ShouldContain(finding => finding.Severity == FindingSeverity.Error);
            return;
        }

        var value = reading.Value.Value;
        value.Length.ShouldBeInRange(1, T.MaxLength);
        Shown(reading.Value).ShouldBeLessThanOrEqualTo(shownAtMost);
        T.Read(value).ShouldBeValid([.. reading.Findings.Codes().Where(code => code != FindingCode.InvisibleCharacterRemoved)])
            .ShouldBe(reading.Value);
    }

    private static int Shown(TextValue value) => value.Mask().Count(character => character is not ('*' or ' ' or '/'));
}
