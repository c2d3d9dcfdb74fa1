namespace Onboarding.Core.Cases;

/// <summary>The values of an applicant that identify: compared exactly, as keyed hashes.</summary>
internal static class IdentityValues
{
    /// <summary>Every identifying value that is filled.</summary>
    public static IEnumerable<(IdentityKeyKind Kind, string Text)> Of(ApplicantData data) =>
        All(data).Where(value => !string.IsNullOrWhiteSpace(value.Text)).Select(value => (value.Kind, value.Text!)).Distinct();

    private static IEnumerable<(IdentityKeyKind Kind, string? Text)> All(ApplicantData data)
    {
        yield return (IdentityKeyKind.Phone, data.Phone);
        yield return (IdentityKeyKind.Email, data.Email.ToUpperInvariant());
        switch (data)
        {
            case PersonData person:
                yield return (IdentityKeyKind.Nik, person.Nik);
                yield return (IdentityKeyKind.Npwp, person.Npwp);
                yield return (IdentityKeyKind.Passport, person.PassportNumber is null ? null : $"{person.PassportCountry}/{person.PassportNumber}");
                yield return (IdentityKeyKind.NameAndBirthDate, person.BirthDate is { } birth ? $"{NormalisedName(person.FullName)}/{birth:yyyyMMdd}" : null);
                break;
            case BusinessData business:
                yield return (IdentityKeyKind.Nib, business.Nib);
                yield return (IdentityKeyKind.Npwp, business.Npwp);
                break;
        }
    }

    // Letters only, upper case: spelling habits and titles are a matter of the fuzzy search.
    private static string NormalisedName(string name) =>
        string.Concat(name.ToUpperInvariant().Where(char.IsLetter));
}
