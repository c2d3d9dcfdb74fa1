using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage3Recording;

namespace Onboarding.Core.Reporting;

/// <summary>
/// The applicant's data as a report shows it. A printed form leaves the portal, so identity numbers and contacts are
/// masked; NIB, deed and decree are public registers and stay readable (UU PDP Pasal 16: no more than the purpose needs).
/// </summary>
internal static class ReportFields
{
    /// <summary>The fields that are filled, in the order of the registration form.</summary>
    public static IReadOnlyList<ReportField> Of(ApplicantData data) =>
        [.. Identity(data).Concat(Contact(data)).Where(field => field.Choice is not null || field.Date is not null || !string.IsNullOrWhiteSpace(field.Text))];

    /// <summary>A single value as it is printed, by the path of its field.</summary>
    public static string Masked(string path, string text) => (path, text) switch
    {
        (_, "") => string.Empty,
        (nameof(ApplicantData.Phone), _) => PhoneNumber.FromStored(text).Mask(),
        (nameof(ApplicantData.Email), _) => EmailAddress.FromStored(text).Mask(),
        _ => ApplicantFields.Masked(path, text),
    };

    private static IEnumerable<ReportField> Identity(ApplicantData data) => data switch
    {
        PersonData person => OfPerson(person),
        BusinessData business => OfBusiness(business),
        _ => [],
    };

    private static IEnumerable<ReportField> OfPerson(PersonData person) =>
    [
        Text(nameof(PersonData.FullName), person.FullName),
        new(nameof(PersonData.Citizenship)) { Choice = person.Citizenship },
        Covered(nameof(PersonData.Nik), Mask(person.Nik, Nik.FromStored)),
        Covered(nameof(PersonData.PassportNumber), Passport(person.PassportCountry, person.PassportNumber)),
        new(nameof(PersonData.PassportExpiry)) { Date = person.PassportExpiry },
        Covered(nameof(PersonData.Npwp), Mask(person.Npwp, Npwp.FromStored)),
        Text(nameof(PersonData.BirthPlace), person.BirthPlace),
        new(nameof(PersonData.BirthDate)) { Date = person.BirthDate },
        new(nameof(PersonData.Sex)) { Choice = person.Sex },
        Text(nameof(PersonData.Domicile), person.Domicile is { } domicile ? StandardFormat.Line(domicile) : null),
    ];

    private static IEnumerable<ReportField> OfBusiness(BusinessData business) =>
    [
        Text(nameof(BusinessData.BusinessName), business.BusinessName),
        new(nameof(BusinessData.LegalForm)) { Choice = business.LegalForm },
        Text(nameof(BusinessData.Nib), business.Nib),
        Covered(nameof(PersonData.Npwp), Mask(business.Npwp, Npwp.FromStored)),
        Covered(nameof(BusinessData.Nitku), Mask(business.Nitku, Nitku.FromStored)),
        Text(nameof(BusinessData.DeedNumber), business.DeedNumber),
        new(nameof(BusinessData.DeedDate)) { Date = business.DeedDate },
        Text(nameof(BusinessData.NotaryName), business.NotaryName),
        Text(nameof(BusinessData.NotaryCity), business.NotaryCity),
        Text(nameof(BusinessData.DecreeNumber), business.DecreeNumber),
        Text(nameof(BusinessData.BeneficialOwner), business.BeneficialOwner),
        Text(nameof(BusinessData.RepresentativeName), business.RepresentativeName),
        Text(nameof(BusinessData.RepresentativePosition), business.RepresentativePosition),
        new(nameof(BusinessData.RepresentativeCitizenship)) { Choice = business.RepresentativeCitizenship },
        Covered(nameof(BusinessData.RepresentativeNik), Mask(business.RepresentativeNik, Nik.FromStored)),
        Covered(nameof(BusinessData.RepresentativePassportNumber), Passport(business.RepresentativePassportCountry, business.RepresentativePassportNumber)),
        new(nameof(BusinessData.RepresentativePassportExpiry)) { Date = business.RepresentativePassportExpiry },
    ];

    private static IEnumerable<ReportField> Contact(ApplicantData data) =>
    [
        Text(nameof(ApplicantData.Address), StandardFormat.Line(data.Address)),
        Covered(nameof(ApplicantData.Phone), Mask(data.Phone, PhoneNumber.FromStored)),
        Covered(nameof(ApplicantData.Email), Mask(data.Email, EmailAddress.FromStored)),
    ];

    private static string? Passport(string? country, string? stored) =>
        Mask(stored, PassportNumber.FromStored) is { } number ? $"{country} {number}".Trim() : null;

    private static string? Mask(string? stored, Func<string, TextValue> read) =>
        string.IsNullOrWhiteSpace(stored) ? null : read(stored).Mask();

    private static ReportField Text(string name, string? text) => new(name) { Text = text };

    private static ReportField Covered(string name, string? text) => new(name) { Text = text, IsMasked = true };
}
