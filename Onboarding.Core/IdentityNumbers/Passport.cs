namespace Onboarding.Core.IdentityNumbers;

/// <summary>What is needed of a passport at registration (stage 1): its number, who issued it and until when it is valid.</summary>
public sealed record Passport
{
    private const int CountryLength = 2;

    private Passport(PassportNumber number, string issuingCountry, DateOnly expiresOn)
    {
        Number = number;
        IssuingCountry = issuingCountry;
        ExpiresOn = expiresOn;
    }

    /// <summary>The number.</summary>
    public PassportNumber Number { get; }

    /// <summary>The issuing country, ISO 3166-1 alpha-2.</summary>
    public string IssuingCountry { get; }

    /// <summary>The last day of validity.</summary>
    public DateOnly ExpiresOn { get; }

    /// <summary>Reads the fields of a passport as they stand at submission; an expired one is an error then.</summary>
    /// <param name="number">The number as entered.</param>
    /// <param name="issuingCountry">The two-letter code as chosen.</param>
    /// <param name="expiresOn">The last day of validity as entered.</param>
    /// <param name="today">The day of the submission.</param>
    public static Reading<Passport> Read(string? number, string? issuingCountry, DateOnly? expiresOn, DateOnly today)
    {
        var numberReading = PassportNumber.Read(number);
        var country = InputText.Compact(issuingCountry).ToUpperInvariant();
        var findings = new List<Finding>(numberReading.Findings);
        if (country.Length == 0)
        {
            findings.Add(Finding.Error(FindingCode.PassportCountryRequired));
        }
        else if (country.Length != CountryLength || !country.All(char.IsAsciiLetterUpper))
        {
            findings.Add(Finding.Error(FindingCode.PassportCountryNotRecognised));
        }

        if (expiresOn is null)
        {
            findings.Add(Finding.Error(FindingCode.PassportExpiryRequired));
        }
        else if (expiresOn < today)
        {
            findings.Add(Finding.Error(FindingCode.PassportExpired));
        }

        return numberReading.Value is { } value && expiresOn is { } expiry
            ? new Reading<Passport>(new Passport(value, country, expiry), findings)
            : new Reading<Passport>(findings);
    }
}
