using Onboarding.Core.Cases;

namespace Onboarding.Core.Imports;

/// <summary>In which files a column must be.</summary>
public enum ColumnDemand
{
    /// <summary>It may be missing.</summary>
    Optional = 1,

    /// <summary>In every file.</summary>
    Always,

    /// <summary>In files with persons.</summary>
    Persons,

    /// <summary>In files with businesses.</summary>
    Businesses,

    /// <summary>In files with Indonesian citizens; a file with passports may do without.</summary>
    Citizens,

    /// <summary>In files with foreigners; whether there are any is known row by row.</summary>
    Foreigners,
}

/// <summary>What a cell of a column holds.</summary>
public enum CellShape
{
    /// <summary>Words.</summary>
    Text = 1,

    /// <summary>An identity number or another number that is no quantity: text for a spreadsheet.</summary>
    Number,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>A day: 22/11/2026, 22-11-2026 or 2026-11-22.</summary>
    Date,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>One documented column of an import file.</summary>
/// <param name="Name">Its name, in Bahasa Indonesia; a heading may write it with spaces or capitals.</param>
/// <param name="Alias">Its English name, which is taken as well.</param>
/// <param name="Path">The field that it fills, by the path that errors name.</param>
/// <param name="Shape">What its cells hold.</param>
/// <param name="Demand">In which files it must be.</param>
/// <param name="Kind">The kind of customer that it is for, or null for both.</param>
public sealed record ImportColumn(string Name, string Alias, string Path, CellShape Shape, ColumnDemand Demand, CustomerKind? Kind);

/// <summary>
/// The columns of an import file as data: the template, the help page, the reader and the list of problems know no others.
/// </summary>
public static class ImportColumns
{
    /// <summary>Person or business.</summary>
    public const string KindPath = "Kind";

    /// <summary>Product of the row.</summary>
    public const string ProductPath = "ProductCode";

    /// <summary>Channel of the row.</summary>
    public const string ChannelPath = "Channel";

    /// <summary>Language in which the applicant is written to.</summary>
    public const string LanguagePath = "Language";

    /// <summary>Number of the paper form.</summary>
    public const string FormNumberPath = "Source.FormNumber";

    /// <summary>A remark about the source.</summary>
    public const string RemarkPath = "Source.Remark";

    /// <summary>The day on which the consent was signed.</summary>
    public const string ConsentDatePath = "Consent.GivenAt";

    /// <summary>Version of the privacy policy on the signed form.</summary>
    public const string ConsentVersionPath = "Consent";

    /// <summary>Whether offers are welcome.</summary>
    public const string MarketingPath = "Consent.Marketing";

    private const string Address = nameof(ApplicantData.Address);
    private const string Domicile = nameof(PersonData.Domicile);

    /// <summary>All of them, in the order of the template.</summary>
    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new("jenis_pelanggan", "customer_kind", KindPath, CellShape.Choice, ColumnDemand.Optional, null),
        new("produk", "product", ProductPath, CellShape.Text, ColumnDemand.Optional, null),
        new("kanal", "channel", ChannelPath, CellShape.Choice, ColumnDemand.Optional, null),
        new("bahasa", "language", LanguagePath, CellShape.Choice, ColumnDemand.Optional, null),
        new("nomor_formulir", "form_number", FormNumberPath, CellShape.Text, ColumnDemand.Optional, null),
        new("tanggal_persetujuan", "consent_date", ConsentDatePath, CellShape.Date, ColumnDemand.Always, null),
        new("versi_kebijakan", "policy_version", ConsentVersionPath, CellShape.Text, ColumnDemand.Always, null),
        new("persetujuan_penawaran", "marketing_consent", MarketingPath, CellShape.Choice, ColumnDemand.Optional, null),
        new("kewarganegaraan", "citizenship", nameof(PersonData.Citizenship), CellShape.Choice, ColumnDemand.Optional, CustomerKind.Person),
        new("nama_lengkap", "full_name", nameof(PersonData.FullName), CellShape.Text, ColumnDemand.Persons, CustomerKind.Person),
        new("nik", "nik", nameof(PersonData.Nik), CellShape.Number, ColumnDemand.Citizens, CustomerKind.Person),
        new("tempat_lahir", "birth_place", nameof(PersonData.BirthPlace), CellShape.Text, ColumnDemand.Persons, CustomerKind.Person),
        new("tanggal_lahir", "birth_date", nameof(PersonData.BirthDate), CellShape.Date, ColumnDemand.Persons, CustomerKind.Person),
        new("jenis_kelamin", "sex", nameof(PersonData.Sex), CellShape.Choice, ColumnDemand.Persons, CustomerKind.Person),
        new("npwp", "npwp", nameof(PersonData.Npwp), CellShape.Number, ColumnDemand.Businesses, null),
        new("nomor_paspor", "passport_number", nameof(PersonData.PassportNumber), CellShape.Text, ColumnDemand.Foreigners, CustomerKind.Person),
        new("negara_paspor", "passport_country", nameof(PersonData.PassportCountry), CellShape.Text, ColumnDemand.Foreigners, CustomerKind.Person),
        new("paspor_berlaku_sampai", "passport_expiry", nameof(PersonData.PassportExpiry), CellShape.Date, ColumnDemand.Foreigners, CustomerKind.Person),
        new("bentuk_badan_usaha", "legal_form", nameof(BusinessData.LegalForm), CellShape.Choice, ColumnDemand.Businesses, CustomerKind.Business),
        new("nama_badan_usaha", "business_name", nameof(BusinessData.BusinessName), CellShape.Text, ColumnDemand.Businesses, CustomerKind.Business),
        new("nib", "nib", nameof(BusinessData.Nib), CellShape.Number, ColumnDemand.Businesses, CustomerKind.Business),
        new("nitku", "nitku", nameof(BusinessData.Nitku), CellShape.Number, ColumnDemand.Optional, CustomerKind.Business),
        new("nomor_akta", "deed_number", nameof(BusinessData.DeedNumber), CellShape.Text, ColumnDemand.Optional, CustomerKind.Business),
        new("tanggal_akta", "deed_date", nameof(BusinessData.DeedDate), CellShape.Date, ColumnDemand.Optional, CustomerKind.Business),
        new("nama_notaris", "notary_name", nameof(BusinessData.NotaryName), CellShape.Text, ColumnDemand.Optional, CustomerKind.Business),
        new("kota_notaris", "notary_city", nameof(BusinessData.NotaryCity), CellShape.Text, ColumnDemand.Optional, CustomerKind.Business),
        new("nomor_sk", "decree_number", nameof(BusinessData.DecreeNumber), CellShape.Text, ColumnDemand.Optional, CustomerKind.Business),
        new("pemilik_manfaat", "beneficial_owner", nameof(BusinessData.BeneficialOwner), CellShape.Text, ColumnDemand.Optional, CustomerKind.Business),
        new("nama_wakil", "representative_name", nameof(BusinessData.RepresentativeName), CellShape.Text, ColumnDemand.Businesses, CustomerKind.Business),
        new("jabatan_wakil", "representative_position", nameof(BusinessData.RepresentativePosition), CellShape.Text, ColumnDemand.Businesses, CustomerKind.Business),
        new("nik_wakil", "representative_nik", nameof(BusinessData.RepresentativeNik), CellShape.Number, ColumnDemand.Businesses, CustomerKind.Business),
        new("kewarganegaraan_wakil", "representative_citizenship", nameof(BusinessData.RepresentativeCitizenship), CellShape.Choice, ColumnDemand.Optional, CustomerKind.Business),
        new("nomor_paspor_wakil", "representative_passport_number", nameof(BusinessData.RepresentativePassportNumber), CellShape.Text, ColumnDemand.Optional, CustomerKind.Business),
        new("negara_paspor_wakil", "representative_passport_country", nameof(BusinessData.RepresentativePassportCountry), CellShape.Text, ColumnDemand.Optional, CustomerKind.Business),
        new("paspor_wakil_berlaku_sampai", "representative_passport_expiry", nameof(BusinessData.RepresentativePassportExpiry), CellShape.Date, ColumnDemand.Optional, CustomerKind.Business),
        new("telepon", "phone", nameof(ApplicantData.Phone), CellShape.Telephone, ColumnDemand.Always, null),
        new("email", "e-mail", nameof(ApplicantData.Email), CellShape.Text, ColumnDemand.Always, null),
        .. AddressColumns(Address, string.Empty, string.Empty, ColumnDemand.Always, null),
        .. AddressColumns(Domicile, "_domisili", "domicile_", ColumnDemand.Optional, CustomerKind.Person),
        new("catatan", "remark", RemarkPath, CellShape.Text, ColumnDemand.Optional, null),
    ];

    /// <summary>By the field that they fill.</summary>
    public static IReadOnlyDictionary<string, ImportColumn> ByPath { get; } = All.ToDictionary(column => column.Path, StringComparer.Ordinal);

    private static readonly Dictionary<string, ImportColumn> ByHeading = All
        .SelectMany(column => new[] { (Heading: Plain(column.Name), Column: column), (Heading: Plain(column.Alias), Column: column) })
        .DistinctBy(entry => entry.Heading)
        .ToDictionary(entry => entry.Heading, entry => entry.Column, StringComparer.Ordinal);

    /// <summary>The column that a heading names, or null.</summary>
    public static ImportColumn? Find(string heading) => ByHeading.GetValueOrDefault(Plain(heading));

    private static IEnumerable<ImportColumn> AddressColumns(string path, string suffix, string prefix, ColumnDemand demand, CustomerKind? kind) =>
    [
        new($"alamat{suffix}", $"{prefix}street", $"{path}.{nameof(AddressData.Street)}", CellShape.Text, demand, kind),
        new($"rt{suffix}", $"{prefix}rt", $"{path}.{nameof(AddressData.Rt)}", CellShape.Number, ColumnDemand.Optional, kind),
        new($"rw{suffix}", $"{prefix}rw", $"{path}.{nameof(AddressData.Rw)}", CellShape.Number, ColumnDemand.Optional, kind),
        new($"kode_wilayah{suffix}", $"{prefix}village_code", $"{path}.{nameof(AddressData.VillageCode)}", CellShape.Number, demand, kind),
        new($"kode_pos{suffix}", $"{prefix}postal_code", $"{path}.{nameof(AddressData.PostalCode)}", CellShape.Number, demand, kind),
    ];

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
