using Onboarding.Core.IdentityNumbers;
using Onboarding.Portal.Features;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features;

/// <summary>What is said of a telephone number of a wrong length.</summary>
public sealed class PhoneNumberTextTests
{
    [Theory]
    [InlineData("en", "0812 0000 9906 12", "Telephone number is too long: 14 digits are written, at most 13 are possible.")]
    [InlineData("id", "0812 0000 9906 12", "Nomor telepon terlalu panjang: tertulis 14 angka, paling banyak 13 angka.")]
    [InlineData("id", "+62 812 0000 9906 12", "Nomor telepon terlalu panjang: tertulis 15 angka, paling banyak 14 angka.")]
    [InlineData("en", "0812 000", "Telephone number is too short: 7 digits are written, at least 10 are needed.")]
    [InlineData("id", "0812 000", "Nomor telepon terlalu pendek: tertulis 7 angka, paling sedikit 10 angka.")]
    public void A_telephone_number_is_counted_as_it_was_typed(string language, string typed, string expected) =>
        InLanguage.Read(language, () => DomainTexts.Of("Phone", PhoneNumber.Read(typed).Findings.ShouldHaveSingleItem())).ShouldBe(expected);
}
