using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>
/// What was typed into the Formulir Pendaftaran Pelanggan, as text by the path of the core's field. Fields that the present
/// choices hide keep their text, so that switching back and forth loses nothing; <see cref="ToData"/> leaves them out.
/// </summary>
public sealed class RegistrationInput
{
    // As long as the longest text the core takes, and some more, so that the core can say that it is too long.
    private const int LongestText = 500;
    private const string IsoDate = "yyyy-MM-dd";

    /// <summary>The texts by path, for example <c>Address.Street</c>.</summary>
    public IDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The key of this one form: however often it is sent, it makes one case.</summary>
    public required Guid SubmissionKey { get; init; }

    /// <summary>The products among which the form lets choose; none where the product is settled.</summary>
    public IReadOnlyList<ProductCard> Products { get; set; } = [];

    /// <summary>What applies to a case already, whatever its product asks for today; null for a new registration.</summary>
    public IReadOnlyList<ProductRequirement>? Settled { get; init; }

    /// <summary>The product that is chosen, or null.</summary>
    public ProductCard? Product => Products.FirstOrDefault(product => string.Equals(product.Code, ProductCode, StringComparison.Ordinal));

    /// <summary>What the form asks for beyond the usual.</summary>
    public IReadOnlyList<ProductRequirement> Requirements => Settled ?? Product?.Requirements ?? [];

    /// <summary>Person or business.</summary>
    public CustomerKind? Kind => Choice<CustomerKind>(FieldPaths.Kind);

    /// <summary>WNI or WNA.</summary>
    public Citizenship Citizenship => Choice<Citizenship>(FieldPaths.Citizenship) ?? Citizenship.Indonesian;

    /// <summary>Whether the form is of a person of another nationality, who has a passport and no KTP.</summary>
    public bool IsForeigner => Kind != CustomerKind.Business && Citizenship == Citizenship.Foreign;

    /// <summary>WNI or WNA of who signs for a business.</summary>
    public Citizenship RepresentativeCitizenship => Choice<Citizenship>(FieldPaths.RepresentativeCitizenship) ?? Citizenship.Indonesian;

    /// <summary>Whether the form is of a business for which somebody of another nationality signs.</summary>
    public bool HasForeignRepresentative => Kind == CustomerKind.Business && RepresentativeCitizenship == Citizenship.Foreign;

    /// <summary>Bentuk badan usaha.</summary>
    public LegalForm? LegalForm => Choice<LegalForm>(FieldPaths.LegalForm);

    /// <summary>The product registered for; empty until one is chosen.</summary>
    public string ProductCode => this[FieldPaths.Product];

    /// <summary>Whether a person lives where the identity card says.</summary>
    public bool LivesAtCardAddress => !IsTicked(FieldPaths.OtherDomicile);

    /// <summary>The text of a field, empty where nothing was typed.</summary>
    public string this[string path]
    {
        get => Values.TryGetValue(path, out string? text) ? text : string.Empty;
        set => Values[path] = value.Length > LongestText ? value[..LongestText] : value;
    }

    /// <summary>Whether a box is ticked.</summary>
    public bool IsTicked(string path) => string.Equals(this[path], bool.TrueString, StringComparison.Ordinal);

    /// <summary>The choice in a field, or null.</summary>
    public T? Choice<T>(string path)
        where T : struct, Enum => Enum.TryParse(this[path], out T value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The form as the core takes it.</summary>
    public ApplicantData ToData() => Kind == CustomerKind.Business ? Business() : Person();

    /// <summary>An empty form: most applicants and representatives are WNI.</summary>
    /// <param name="submissionKey">The key of the form.</param>
    public static RegistrationInput New(Guid submissionKey)
    {
        RegistrationInput input = new() { SubmissionKey = submissionKey };
        input[FieldPaths.Citizenship] = nameof(Citizenship.Indonesian);
        input[FieldPaths.RepresentativeCitizenship] = nameof(Citizenship.Indonesian);
        return input;
    }

    /// <summary>A form filled with what the core keeps.</summary>
    /// <param name="data">The data.</param>
    /// <param name="productCode">The product.</param>
    /// <param name="submissionKey">The key of the form.</param>
    /// <param name="settled">What applies to a case already; null for a draft.</param>
    public static RegistrationInput From(ApplicantData data, string productCode, Guid submissionKey, IReadOnlyList<ProductRequirement>? settled = null)
    {
        RegistrationInput input = new() { SubmissionKey = submissionKey, Settled = settled };
        input[FieldPaths.Kind] = data.Kind.ToString();
        input[FieldPaths.Product] = productCode;
        RegistrationFilling.Fill(input, data);
        return input;
    }

    /// <summary>A date as the form keeps it.</summary>
    internal static string Text(DateOnly? date) => date?.ToString(IsoDate, CultureInfo.InvariantCulture) ?? string.Empty;

    private PersonData Person() => new()
    {
        FullName = this[nameof(PersonData.FullName)],
        Citizenship = Citizenship,
        Nik = Optional(nameof(PersonData.Nik)),
        PassportNumber = Optional(nameof(PersonData.PassportNumber)),
        PassportCountry = Optional(nameof(PersonData.PassportCountry)),
        PassportExpiry = Date(nameof(PersonData.PassportExpiry)),
        Npwp = Optional(nameof(PersonData.Npwp)),
        BirthPlace = this[nameof(PersonData.BirthPlace)],
        BirthDate = Date(nameof(PersonData.BirthDate)),
        Sex = Choice<Sex>(nameof(PersonData.Sex)),
        Phone = this[nameof(ApplicantData.Phone)],
        Email = this[nameof(ApplicantData.Email)],
        Address = Address(nameof(ApplicantData.Address)),
        Domicile = LivesAtCardAddress ? null : Address(nameof(PersonData.Domicile)),
    };

    private BusinessData Business() => new()
    {
        LegalForm = LegalForm,
        BusinessName = this[nameof(BusinessData.BusinessName)],
        Nib = this[nameof(BusinessData.Nib)],
        Npwp = this[nameof(BusinessData.Npwp)],
        Nitku = Optional(nameof(BusinessData.Nitku)),
        DeedNumber = Optional(nameof(BusinessData.DeedNumber)),
        DeedDate = Date(nameof(BusinessData.DeedDate)),
        NotaryName = Optional(nameof(BusinessData.NotaryName)),
        NotaryCity = Optional(nameof(BusinessData.NotaryCity)),
        DecreeNumber = Optional(nameof(BusinessData.DecreeNumber)),
        BeneficialOwner = Optional(nameof(BusinessData.BeneficialOwner)),
        RepresentativeName = this[nameof(BusinessData.RepresentativeName)],
        RepresentativePosition = this[nameof(BusinessData.RepresentativePosition)],
        RepresentativeCitizenship = RepresentativeCitizenship,
        RepresentativeNik = this[nameof(BusinessData.RepresentativeNik)],
        RepresentativePassportNumber = Optional(nameof(BusinessData.RepresentativePassportNumber)),
        RepresentativePassportCountry = Optional(nameof(BusinessData.RepresentativePassportCountry)),
        RepresentativePassportExpiry = Date(nameof(BusinessData.RepresentativePassportExpiry)),
        Phone = this[nameof(ApplicantData.Phone)],
        Email = this[nameof(ApplicantData.Email)],
        Address = Address(nameof(ApplicantData.Address)),
    };

    private AddressData Address(string path) => new()
    {
        Street = this[$"{path}.{nameof(AddressData.Street)}"],
        Rt = Optional($"{path}.{nameof(AddressData.Rt)}"),
        Rw = Optional($"{path}.{nameof(AddressData.Rw)}"),
        VillageCode = this[$"{path}.{nameof(AddressData.VillageCode)}"],
        PostalCode = this[$"{path}.{nameof(AddressData.PostalCode)}"],
    };

    private string? Optional(string path) => string.IsNullOrWhiteSpace(this[path]) ? null : this[path];

    private DateOnly? Date(string path) =>
        DateOnly.TryParseExact(this[path], IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;
}
