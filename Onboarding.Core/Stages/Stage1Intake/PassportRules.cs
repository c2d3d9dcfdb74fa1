using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>The form's rules for a passport: that of a foreign person, or of the foreigner who signs for a business.</summary>
internal static class PassportRules
{
    /// <summary>Reads number and country; what is wrong is named by its own field.</summary>
    /// <param name="owner">What the names of the fields begin with: nothing for a person, "Representative" for who signs.</param>
    /// <param name="number">The number as typed.</param>
    /// <param name="country">The country as chosen.</param>
    /// <param name="expiry">The last day of validity.</param>
    /// <param name="reader">Gathers what is wrong.</param>
    /// <param name="today">The date in the office's zone.</param>
    public static (string? Number, string? Country) Read(
        string owner, string? number, string? country, DateOnly? expiry, FieldReader reader, DateOnly today)
    {
        var reading = Passport.Read(number, country, expiry, today);
        foreach (var finding in reading.Findings)
        {
            var field = finding.Code switch
            {
                FindingCode.PassportCountryRequired or FindingCode.PassportCountryNotRecognised => nameof(PersonData.PassportCountry),
                FindingCode.PassportExpiryRequired or FindingCode.PassportExpired => nameof(PersonData.PassportExpiry),
                _ => nameof(PersonData.PassportNumber),
            };
            reader.Take(owner + field, [finding]);
        }

        return reading.IsValid ? (reading.Value.Number.Value, reading.Value.IssuingCountry) : (number, country);
    }
}
