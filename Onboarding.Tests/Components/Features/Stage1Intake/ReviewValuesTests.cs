using Onboarding.Core.Cases;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Sections;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

/// <summary>What an applicant reads once more before sending.</summary>
public sealed class ReviewValuesTests
{
    [Theory]
    [InlineData(nameof(ApplicantData.Phone), "0812-0000-9901", "+62 812 0000 9901")]
    [InlineData(nameof(ApplicantData.Phone), "bukan nomor", "bukan nomor")]
    [InlineData(nameof(PersonData.Nik), "99.7101.450790.0001", "9971 0145 0790 0001")]
    [InlineData(nameof(PersonData.BirthDate), "1990-07-05", "05/07/1990")]
    [InlineData(nameof(PersonData.BirthDate), "", "")]
    [InlineData("Address.Rt", "1", "001")]
    [InlineData(nameof(PersonData.FullName), "  Siti   Nur'aini ", "Siti Nur'aini")]
    public void Are_written_as_they_will_be_kept_and_as_Indonesians_write_them(string path, string typed, string shown)
    {
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty);
        input[path] = typed;

        ReviewValues.Of(new RegistrationForm(input, new MemoryTray(), new DateOnly(2026, 11, 22)), path).ShouldBe(shown);
    }
}
