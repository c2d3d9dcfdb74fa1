using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Portal.Features.Regions;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Portal.Features.Cases;

/// <summary>The applicant's data as it is shown: in groups, each value with the path by which the core names its field.</summary>
public static class DataSheet
{
    private const string DateFormat = "dd/MM/yyyy";

    /// <summary>The groups in the order of the Formulir Pendaftaran Pelanggan.</summary>
    public static IReadOnlyList<DataGroup> Of(ApplicantData data) =>
        [.. Groups(data).Select(group => group with { Lines = [.. group.Lines.Where(line => line.Value is not null)] })];

    private static IEnumerable<DataGroup> Groups(ApplicantData data)
    {
        if (data is PersonData person)
        {
            yield return new DataGroup(() => CaseText.GroupIdentity, Identity(person));
            yield return new DataGroup(() => CaseText.GroupContact, Contact(data));
            yield return new DataGroup(() => CaseText.GroupAddress, Address(nameof(ApplicantData.Address), data.Address));
            if (person.Domicile is { } domicile)
            {
                yield return new DataGroup(() => CaseText.GroupDomicile, Address(nameof(PersonData.Domicile), domicile));
            }
        }
        else if (data is BusinessData business)
        {
            yield return new DataGroup(() => CaseText.GroupBusiness, Business(business));
            yield return new DataGroup(() => CaseText.GroupRepresentative, Representative(business));
            yield return new DataGroup(() => CaseText.GroupContact, Contact(data));
            yield return new DataGroup(() => CaseText.GroupOffice, Address(nameof(ApplicantData.Address), data.Address));
        }
    }

    private static DataLine[] Identity(PersonData person) =>
    [
        new(nameof(PersonData.FullName), person.FullName, IsWide: true),
        new(nameof(PersonData.Citizenship), DomainTexts.Of(person.Citizenship)),
        new(nameof(PersonData.Nik), Spaced(person.Nik, 4)),
        new(nameof(PersonData.PassportNumber), person.PassportNumber),
        new(nameof(PersonData.PassportCountry), Country(person.PassportCountry)),
        new(nameof(PersonData.PassportExpiry), Date(person.PassportExpiry)),
        new(nameof(PersonData.Npwp), Spaced(person.Npwp, 4)),
        new(nameof(PersonData.BirthPlace), person.BirthPlace),
        new(nameof(PersonData.BirthDate), Date(person.BirthDate)),
        new(nameof(PersonData.Sex), DomainTexts.Of(person.Sex)),
    ];

    private static DataLine[] Business(BusinessData business) =>
    [
        new(nameof(BusinessData.BusinessName), business.BusinessName, IsWide: true),
        new(nameof(BusinessData.LegalForm), DomainTexts.Of(business.LegalForm)),
        new(nameof(BusinessData.Nib), business.Nib),
        new(nameof(BusinessData.Npwp), Spaced(business.Npwp, 4)),
        new(nameof(BusinessData.Nitku), business.Nitku),
        new(nameof(BusinessData.DeedNumber), business.DeedNumber),
        new(nameof(BusinessData.DeedDate), Date(business.DeedDate)),
        new(nameof(BusinessData.NotaryName), business.NotaryName),
        new(nameof(BusinessData.NotaryCity), business.NotaryCity),
        new(nameof(BusinessData.DecreeNumber), business.DecreeNumber),
        new(nameof(BusinessData.BeneficialOwner), business.BeneficialOwner),
    ];

    private static DataLine[] Representative(BusinessData business) =>
    [
        new(nameof(BusinessData.RepresentativeName), business.RepresentativeName),
        new(nameof(BusinessData.RepresentativePosition), business.RepresentativePosition),
        new(nameof(BusinessData.RepresentativeCitizenship), DomainTexts.Of(business.RepresentativeCitizenship)),
        new(nameof(BusinessData.RepresentativeNik), IsWithoutNik(business) ? null : Spaced(business.RepresentativeNik, 4)),
        new(nameof(BusinessData.RepresentativePassportNumber), business.RepresentativePassportNumber),
        new(nameof(BusinessData.RepresentativePassportCountry), Country(business.RepresentativePassportCountry)),
        new(nameof(BusinessData.RepresentativePassportExpiry), Date(business.RepresentativePassportExpiry)),
    ];

    private static bool IsWithoutNik(BusinessData business) =>
        business is { RepresentativeCitizenship: Citizenship.Foreign, RepresentativeNik.Length: 0 };

    private static DataLine[] Contact(ApplicantData data) =>
    [
        new(nameof(ApplicantData.Phone), data.Phone),
        new(nameof(ApplicantData.Email), data.Email),
    ];

    private static DataLine[] Address(string path, AddressData address) =>
    [
        new($"{path}.{nameof(AddressData.Street)}", address.Street, IsWide: true),
        new($"{path}.{nameof(AddressData.Rt)}", address.Rt),
        new($"{path}.{nameof(AddressData.Rw)}", address.Rw),
        new($"{path}.{nameof(AddressData.VillageCode)}", RegionTexts.Line(address.VillageCode), IsWide: true),
        new($"{path}.{nameof(AddressData.PostalCode)}", address.PostalCode),
    ];

    private static string? Country(string? code) => code is null ? null : Countries.Name(code);

    /// <summary>A day as it is written here.</summary>
    internal static string? Date(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Long numbers are compared with a card in groups, as they are printed there.</summary>
    internal static string? Spaced(string? digits, int size) =>
        digits is null ? null : string.Join(' ', digits.Chunk(size).Select(chunk => new string(chunk)));
}

/// <summary>Lines that belong together.</summary>
/// <param name="Title">Their heading.</param>
/// <param name="Lines">The lines; what does not apply to this applicant is left out.</param>
public sealed record DataGroup(Func<string> Title, IReadOnlyList<DataLine> Lines);

/// <summary>One value.</summary>
/// <param name="Field">Path by which the core names the field.</param>
/// <param name="Value">The value as it is shown; null when it does not apply, empty when it is missing.</param>
/// <param name="IsWide">Takes a whole row.</param>
public sealed record DataLine(string Field, string? Value, bool IsWide = false)
{
    /// <summary>The value is personal data and is not printed.</summary>
    public override string ToString() => Field;
}
