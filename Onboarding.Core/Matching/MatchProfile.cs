using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Matching;

/// <summary>What the search for duplicates compares of an applicant, in one form for whatever was typed.</summary>
internal sealed record MatchProfile
{
    /// <summary>Person or business.</summary>
    public required CustomerKind Kind { get; init; }

    /// <summary>Name of the person, or of the business without its legal form.</summary>
    public required MatchName Name { get; init; }

    /// <summary>Name of the person who signs for a business.</summary>
    public MatchName Representative { get; init; } = MatchName.None;

    /// <summary>NIK of the person, or of the representative.</summary>
    public string Nik { get; init; } = string.Empty;

    /// <summary>Passport of the person, or of the representative, with its country.</summary>
    public string Passport { get; init; } = string.Empty;

    /// <summary>NPWP without the zero that makes 16 digits of 15.</summary>
    public string Npwp { get; init; } = string.Empty;

    /// <summary>NIB.</summary>
    public string Nib { get; init; } = string.Empty;

    /// <summary>Decree of the Ministry of Law, letters and digits alone.</summary>
    public string Decree { get; init; } = string.Empty;

    /// <summary>Number and date of the deed, when both are known.</summary>
    public string Deed { get; init; } = string.Empty;

    /// <summary>Legal form.</summary>
    public LegalForm? LegalForm { get; init; }

    /// <summary>Birth date.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Birth place, letters alone.</summary>
    public string BirthPlace { get; init; } = string.Empty;

    /// <summary>Sex.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Telephone in E.164.</summary>
    public string Phone { get; init; } = string.Empty;

    /// <summary>E-mail address in capitals.</summary>
    public string Email { get; init; } = string.Empty;

    /// <summary>Address of the card or the office.</summary>
    public required MatchAddress Address { get; init; }

    /// <summary>Address where the person lives, when it is another one.</summary>
    public MatchAddress? Domicile { get; init; }

    /// <summary>Takes what is compared from the applicant's data.</summary>
    public static MatchProfile Of(ApplicantData data)
    {
        var common = data switch
        {
            PersonData person => OfPerson(person),
            BusinessData business => OfBusiness(business),
            _ => throw new ArgumentOutOfRangeException(nameof(data)),
        };
        return common with { Phone = data.Phone, Email = data.Email.Trim().ToUpperInvariant() };
    }

    /// <summary>A profile is personal data and is not printed.</summary>
    public override string ToString() => Kind.ToString();

    private static MatchProfile OfPerson(PersonData person) => new()
    {
        Kind = CustomerKind.Person,
        Name = MatchName.OfPerson(person.FullName),
        Nik = person.Nik ?? string.Empty,
        Passport = PassportOf(person.PassportCountry, person.PassportNumber),
        Npwp = TaxNumber(person.Npwp),
        BirthDate = person.BirthDate,
        BirthPlace = Spelling.Letters(person.BirthPlace),
        Sex = person.Sex,
        Address = MatchAddress.Of(person.Address),
        Domicile = person.Domicile is { } domicile ? MatchAddress.Of(domicile) : null,
    };

    private static MatchProfile OfBusiness(BusinessData business) => new()
    {
        Kind = CustomerKind.Business,
        Name = MatchName.OfBusiness(business.BusinessName),
        Representative = MatchName.OfPerson(business.RepresentativeName),
        Nik = business.RepresentativeNik,
        Passport = PassportOf(business.RepresentativePassportCountry, business.RepresentativePassportNumber),
        Npwp = TaxNumber(business.Npwp),
        Nib = business.Nib,
        Decree = string.Concat((business.DecreeNumber ?? string.Empty).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)),
        Deed = business is { DeedNumber: { Length: > 0 } number, DeedDate: { } date } ? $"{number}/{date:yyyyMMdd}" : string.Empty,
        LegalForm = business.LegalForm,
        Address = MatchAddress.Of(business.Address),
    };

    private static string PassportOf(string? country, string? number) =>
        string.IsNullOrWhiteSpace(number) ? string.Empty : $"{country}/{number}".ToUpperInvariant();

    private static string TaxNumber(string? npwp) => npwp switch
    {
        null => string.Empty,
        { Length: 16 } when npwp[0] == '0' => npwp[1..],
        _ => npwp,
    };
}
