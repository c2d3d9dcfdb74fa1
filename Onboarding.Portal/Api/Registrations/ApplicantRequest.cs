using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Portal.Api.Registrations;

/// <summary>Who registers; kind says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PersonRequest), "person")]
[JsonDerivedType(typeof(BusinessRequest), "business")]
public abstract record ApplicantRequest
{
    /// <summary>Telephone number, as Indonesians write it or in E.164.</summary>
    [Required]
    public string? Phone { get; init; }

    /// <summary>E-mail address; status mails and the applicant's own link go there.</summary>
    [Required]
    public string? Email { get; init; }

    /// <summary>Address as on the identity card, or of the registered office.</summary>
    [Required]
    public AddressRequest? Address { get; init; }

    /// <summary>The same as the core knows it.</summary>
    internal abstract ApplicantData ToData();
}

/// <summary>A person (perorangan).</summary>
public sealed record PersonRequest : ApplicantRequest
{
    /// <summary>Full name as on the identity card; single-word names are legal.</summary>
    [Required]
    public string? FullName { get; init; }

    /// <summary>Citizenship; indonesian when absent.</summary>
    public Citizenship? Citizenship { get; init; }

    /// <summary>NIK, 16 digits; required for Indonesians.</summary>
    public string? Nik { get; init; }

    /// <summary>Passport number; required for foreigners.</summary>
    public string? PassportNumber { get; init; }

    /// <summary>Country that issued the passport, ISO 3166-1 alpha-2; required for foreigners.</summary>
    public string? PassportCountry { get; init; }

    /// <summary>Last day on which the passport is valid; required for foreigners.</summary>
    public DateOnly? PassportExpiry { get; init; }

    /// <summary>NPWP with 15 or 16 digits; optional.</summary>
    public string? Npwp { get; init; }

    /// <summary>Place of birth.</summary>
    [Required]
    public string? BirthPlace { get; init; }

    /// <summary>Date of birth; applicants are 18 or older.</summary>
    [Required]
    public DateOnly? BirthDate { get; init; }

    /// <summary>Sex as on the identity card.</summary>
    [Required]
    public Sex? Sex { get; init; }

    /// <summary>Where the person lives, when it is not the address of the identity card.</summary>
    public AddressRequest? Domicile { get; init; }

    /// <inheritdoc />
    internal override ApplicantData ToData() => new PersonData
    {
        FullName = FullName ?? "",
        Citizenship = Citizenship ?? Core.Cases.Citizenship.Indonesian,
        Nik = Nik,
        PassportNumber = PassportNumber,
        PassportCountry = PassportCountry,
        PassportExpiry = PassportExpiry,
        Npwp = Npwp,
        BirthPlace = BirthPlace ?? "",
        BirthDate = BirthDate,
        Sex = Sex,
        Domicile = Domicile?.ToData(),
        Phone = Phone ?? "",
        Email = Email ?? "",
        Address = Address?.ToData() ?? new AddressData(),
    };
}

/// <summary>A business (badan usaha).</summary>
public sealed record BusinessRequest : ApplicantRequest
{
    /// <summary>Legal form.</summary>
    [Required]
    public LegalForm? LegalForm { get; init; }

    /// <summary>Name of the business as in its deed.</summary>
    [Required]
    public string? BusinessName { get; init; }

    /// <summary>NIB, 13 digits.</summary>
    [Required]
    public string? Nib { get; init; }

    /// <summary>NPWP of the business, 15 or 16 digits.</summary>
    [Required]
    public string? Npwp { get; init; }

    /// <summary>NITKU of the branch, 22 digits; optional.</summary>
    public string? Nitku { get; init; }

    /// <summary>Number of the deed of establishment; not for UD.</summary>
    public string? DeedNumber { get; init; }

    /// <summary>Date of that deed; not for UD.</summary>
    public DateOnly? DeedDate { get; init; }

    /// <summary>Notary of that deed; not for UD.</summary>
    public string? NotaryName { get; init; }

    /// <summary>City of that notary's office; not for UD.</summary>
    public string? NotaryCity { get; init; }

    /// <summary>Number of the decree of the Ministry of Law (SK AHU); not for UD.</summary>
    public string? DecreeNumber { get; init; }

    /// <summary>Beneficial owner (pemilik manfaat); not for UD.</summary>
    public string? BeneficialOwner { get; init; }

    /// <summary>Full name of the person who signs for the business.</summary>
    [Required]
    public string? RepresentativeName { get; init; }

    /// <summary>Position of that person.</summary>
    [Required]
    public string? RepresentativePosition { get; init; }

    /// <summary>Citizenship of that person; indonesian when absent.</summary>
    public Citizenship? RepresentativeCitizenship { get; init; }

    /// <summary>NIK of that person, 16 digits; required for Indonesians.</summary>
    public string? RepresentativeNik { get; init; }

    /// <summary>Passport number of that person; required for foreigners.</summary>
    public string? RepresentativePassportNumber { get; init; }

    /// <summary>Country that issued that passport, ISO 3166-1 alpha-2; required for foreigners.</summary>
    public string? RepresentativePassportCountry { get; init; }

    /// <summary>Last day on which that passport is valid; required for foreigners.</summary>
    public DateOnly? RepresentativePassportExpiry { get; init; }

    /// <inheritdoc />
    internal override ApplicantData ToData() => new BusinessData
    {
        LegalForm = LegalForm,
        BusinessName = BusinessName ?? "",
        Nib = Nib ?? "",
        Npwp = Npwp ?? "",
        Nitku = Nitku,
        DeedNumber = DeedNumber,
        DeedDate = DeedDate,
        NotaryName = NotaryName,
        NotaryCity = NotaryCity,
        DecreeNumber = DecreeNumber,
        BeneficialOwner = BeneficialOwner,
        RepresentativeName = RepresentativeName ?? "",
        RepresentativePosition = RepresentativePosition ?? "",
        RepresentativeCitizenship = RepresentativeCitizenship ?? Citizenship.Indonesian,
        RepresentativeNik = RepresentativeNik ?? "",
        RepresentativePassportNumber = RepresentativePassportNumber,
        RepresentativePassportCountry = RepresentativePassportCountry,
        RepresentativePassportExpiry = RepresentativePassportExpiry,
        Phone = Phone ?? "",
        Email = Email ?? "",
        Address = Address?.ToData() ?? new AddressData(),
    };
}

/// <summary>An address in the Indonesian order.</summary>
public sealed record AddressRequest
{
    /// <summary>Street, number, block.</summary>
    [Required]
    public string? Street { get; init; }

    /// <summary>RT, up to three digits; optional.</summary>
    public string? Rt { get; init; }

    /// <summary>RW, up to three digits; optional.</summary>
    public string? Rw { get; init; }

    /// <summary>Kemendagri code of the kelurahan or desa, such as 31.71.03.1001, from GET /api/v1/regions. It says district, regency and province as well.</summary>
    [Required]
    public string? VillageCode { get; init; }

    /// <summary>Postal code, five digits.</summary>
    [Required]
    public string? PostalCode { get; init; }

    /// <summary>The same as the core knows it.</summary>
    internal AddressData ToData() => new()
    {
        Street = Street ?? "",
        Rt = Rt,
        Rw = Rw,
        VillageCode = VillageCode ?? "",
        PostalCode = PostalCode ?? "",
    };
}
