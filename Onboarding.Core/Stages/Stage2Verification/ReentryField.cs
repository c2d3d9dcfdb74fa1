using Onboarding.Core.Cases;
using Onboarding.Core.Documents;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>
/// A field that the verifier types from the document without seeing the applicant's value: the numbers and names by which
/// somebody is found for years, where one wrong digit is another person. Stored as text; the names are those of the fields.
/// </summary>
public enum ReentryField
{
    /// <summary>Name of a person.</summary>
    FullName = 1,

    /// <summary>NIK of a person.</summary>
    Nik,

    /// <summary>Passport number of a foreigner.</summary>
    PassportNumber,

    /// <summary>NPWP of a person or business.</summary>
    Npwp,

    /// <summary>Name of a business.</summary>
    BusinessName,

    /// <summary>NIB of a business.</summary>
    Nib,

    /// <summary>Name of the person who signs for a business.</summary>
    RepresentativeName,

    /// <summary>NIK of that person.</summary>
    RepresentativeNik,

    /// <summary>Passport number of a foreigner who signs for a business.</summary>
    RepresentativePassportNumber,
}

/// <summary>Which fields are typed again for an applicant, and from which documents.</summary>
public static class ReentryFields
{
    /// <summary>
    /// The filled fields of this applicant that stand on a document of the case. An NPWP that is the NIK is one number and
    /// is typed once (PMK 112/PMK.03/2022).
    /// </summary>
    public static IReadOnlyList<ReentryField> Of(OnboardingCase owner, ApplicantData data) =>
        [.. Enum.GetValues<ReentryField>()
            .Where(field => !string.IsNullOrWhiteSpace(ValueOf(data, field)))
            .Where(field => field != ReentryField.Npwp || data is not PersonData person || person.Npwp != person.Nik)
            .Where(field => owner.Documents.Any(document => Documents(field).Contains(document.Kind)))];

    /// <summary>The applicant's value, or null when this kind of applicant has none.</summary>
    public static string? ValueOf(ApplicantData data, ReentryField field) => (data, field) switch
    {
        (PersonData person, ReentryField.FullName) => person.FullName,
        (PersonData person, ReentryField.Nik) => person.Nik,
        (PersonData person, ReentryField.PassportNumber) => person.PassportNumber,
        (PersonData person, ReentryField.Npwp) => person.Npwp,
        (BusinessData business, ReentryField.Npwp) => business.Npwp,
        (BusinessData business, ReentryField.BusinessName) => business.BusinessName,
        (BusinessData business, ReentryField.Nib) => business.Nib,
        (BusinessData business, ReentryField.RepresentativeName) => business.RepresentativeName,
        (BusinessData business, ReentryField.RepresentativeNik) => business.RepresentativeNik,
        (BusinessData business, ReentryField.RepresentativePassportNumber) => business.RepresentativePassportNumber,
        _ => null,
    };

    /// <summary>The documents on which the field stands, the most telling first.</summary>
    public static IReadOnlyList<DocumentKind> Documents(ReentryField field) => field switch
    {
        ReentryField.FullName => [DocumentKind.IdentityCard, DocumentKind.Passport, DocumentKind.StayPermit],
        ReentryField.Nik => [DocumentKind.IdentityCard, DocumentKind.StayPermit],
        ReentryField.PassportNumber => [DocumentKind.Passport],
        ReentryField.Npwp => [DocumentKind.TaxCard],
        ReentryField.BusinessName => [DocumentKind.BusinessIdentification, DocumentKind.DeedOfEstablishment],
        ReentryField.Nib => [DocumentKind.BusinessIdentification],
        ReentryField.RepresentativeName => [DocumentKind.RepresentativeIdentityCard, DocumentKind.RepresentativePassport],
        ReentryField.RepresentativeNik => [DocumentKind.RepresentativeIdentityCard],
        ReentryField.RepresentativePassportNumber => [DocumentKind.RepresentativePassport],
    };

    /// <summary>True for what is digits alone; letters stand in the others.</summary>
    public static bool IsDigits(ReentryField field) =>
        !IsName(field) && field is not (ReentryField.PassportNumber or ReentryField.RepresentativePassportNumber);

    /// <summary>True for a name, which is compared after folding case, spaces and titles; numbers are compared digit by digit.</summary>
    public static bool IsName(ReentryField field) =>
        field is ReentryField.FullName or ReentryField.BusinessName or ReentryField.RepresentativeName;
}
