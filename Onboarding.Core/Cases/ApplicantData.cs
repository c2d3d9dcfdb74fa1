using System.Text.Json.Serialization;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Cases;

/// <summary>
/// What identifies and describes the applicant (Formulir Pendaftaran Pelanggan). Kept as one encrypted value in the
/// case; numbers and contact data are normalised before they are stored.
/// </summary>
[JsonDerivedType(typeof(PersonData), "person")]
[JsonDerivedType(typeof(BusinessData), "business")]
public abstract record ApplicantData
{
    /// <summary>Greatest length of a free text field.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Name of the person or business as shown in lists.</summary>
    [JsonIgnore]
    public abstract string DisplayName { get; }

    /// <summary>Person or business.</summary>
    [JsonIgnore]
    public abstract CustomerKind Kind { get; }

    /// <summary>Telephone number in E.164.</summary>
    public string Phone { get; init; } = string.Empty;

    /// <summary>E-mail address to which notices go.</summary>
    public string Email { get; init; } = string.Empty;

    /// <summary>Address as on the identity card, of a foreigner's residence in Indonesia, or of the head office.</summary>
    public AddressData Address { get; init; } = new();

    /// <summary>Printing would leak personal data into logs; the kind is enough there.</summary>
    public sealed override string ToString() => Kind.ToString();
}

/// <summary>Citizenship as it decides which identity document is needed.</summary>
public enum Citizenship
{
    /// <summary>WNI: NIK and KTP-el.</summary>
    Indonesian = 1,

    /// <summary>WNA: passport and stay permit; NIK optional.</summary>
    Foreign,
}

/// <summary>A person (perorangan).</summary>
public sealed record PersonData : ApplicantData
{
    /// <summary>Nama lengkap, in one field as on the identity card; single-word names are legal.</summary>
    public string FullName { get; init; } = string.Empty;

    /// <summary>WNI or WNA.</summary>
    public Citizenship Citizenship { get; init; } = Citizenship.Indonesian;

    /// <summary>NIK, 16 digits; required for WNI.</summary>
    public string? Nik { get; init; }

    /// <summary>Passport number; required for WNA.</summary>
    public string? PassportNumber { get; init; }

    /// <summary>Country that issued the passport; required for WNA.</summary>
    public string? PassportCountry { get; init; }

    /// <summary>Last day on which the passport is valid; required for WNA.</summary>
    public DateOnly? PassportExpiry { get; init; }

    /// <summary>NPWP with 15 or 16 digits; optional.</summary>
    public string? Npwp { get; init; }

    /// <summary>Tempat lahir.</summary>
    public string BirthPlace { get; init; } = string.Empty;

    /// <summary>Tanggal lahir.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Jenis kelamin.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Alamat domisili, when it is not the address of the identity card.</summary>
    public AddressData? Domicile { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string DisplayName => FullName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override CustomerKind Kind => CustomerKind.Person;
}

/// <summary>A business (badan usaha).</summary>
public sealed record BusinessData : ApplicantData
{
    /// <summary>Bentuk badan usaha.</summary>
    public LegalForm? LegalForm { get; init; }

    /// <summary>Name of the business as in its deed.</summary>
    public string BusinessName { get; init; } = string.Empty;

    /// <summary>NIB, 13 digits.</summary>
    public string Nib { get; init; } = string.Empty;

    /// <summary>NPWP of the business.</summary>
    public string Npwp { get; init; } = string.Empty;

    /// <summary>NITKU of the branch, 22 digits; optional.</summary>
    public string? Nitku { get; init; }

    /// <summary>Number of the deed of establishment; not for a business without legal entity (UD).</summary>
    public string? DeedNumber { get; init; }

    /// <summary>Date of that deed.</summary>
    public DateOnly? DeedDate { get; init; }

    /// <summary>Notary of that deed.</summary>
    public string? NotaryName { get; init; }

    /// <summary>City in which that notary has the office: a deed number is one of a kind for its notary and date alone.</summary>
    public string? NotaryCity { get; init; }

    /// <summary>Number of the decree of the Ministry of Law (SK AHU).</summary>
    public string? DecreeNumber { get; init; }

    /// <summary>Beneficial owner (pemilik manfaat, Perpres 13/2018); for legal entities.</summary>
    public string? BeneficialOwner { get; init; }

    /// <summary>Full name of the person who signs for the business.</summary>
    public string RepresentativeName { get; init; } = string.Empty;

    /// <summary>Position of that person.</summary>
    public string RepresentativePosition { get; init; } = string.Empty;

    /// <summary>WNI or WNA: a foreigner signs with a passport ("KTP or passport of the signing direktur/pengurus").</summary>
    public Citizenship RepresentativeCitizenship { get; init; } = Citizenship.Indonesian;

    /// <summary>NIK of that person; required for WNI, empty where a WNA has none.</summary>
    public string RepresentativeNik { get; init; } = string.Empty;

    /// <summary>Passport number of that person; required for WNA.</summary>
    public string? RepresentativePassportNumber { get; init; }

    /// <summary>Country that issued that passport; required for WNA.</summary>
    public string? RepresentativePassportCountry { get; init; }

    /// <summary>Last day on which that passport is valid; required for WNA.</summary>
    public DateOnly? RepresentativePassportExpiry { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string DisplayName => BusinessName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override CustomerKind Kind => CustomerKind.Business;
}
