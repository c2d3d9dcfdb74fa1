using Onboarding.Core.Reporting.Issuing;

namespace Onboarding.Tests.Core.Reporting.Issuing;

/// <summary>The code on an issued form: hard to guess, easy to type.</summary>
public sealed class ConfirmationCodeTests
{
    [Fact]
    public void A_thousand_codes_are_all_different_and_read_back()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => ConfirmationCode.New()).ToList();

        codes.Distinct().Count().ShouldBe(codes.Count);
        foreach (var code in codes)
        {
            code.Text.Length.ShouldBe(ConfirmationCode.Length);
            ConfirmationCode.Read(code.ToString()).ShouldBe(code);
        }
    }

    [Theory]
    [InlineData("0123-4567-89AB-CDEF", "0123456789ABCDEF")]
    [InlineData(" o123 4567 89ab cdef ", "0123456789ABCDEF")]
    [InlineData("OILO-0000-0000-0000", "0110000000000000")]
    [InlineData("0123–4567–89AB–CDEF", "0123456789ABCDEF")]
    public void What_a_person_types_is_read_kindly(string typed, string expected) => ConfirmationCode.Read(typed).ShouldNotBeNull().Text.ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123-4567-89AB-CDE")]
    [InlineData("0123-4567-89AB-CDEFG")]
    [InlineData("0123-4567-89AB-CDEU")]
    [InlineData("0123-4567-89AB-CDE*")]
    public void What_cannot_be_a_code_is_none(string? typed) => ConfirmationCode.Read(typed).ShouldBeNull();

    [Fact]
    public void Endless_text_is_not_even_looked_at() => ConfirmationCode.Read(new string('0', 100_000)).ShouldBeNull();
}
