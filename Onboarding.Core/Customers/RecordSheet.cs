using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage3Recording;

namespace Onboarding.Core.Customers;

/// <summary>One value of a customer record.</summary>
/// <param name="Path">Path of the field: that of the registration, or list, place and field, as in <c>Parties.0.Name</c>.</param>
/// <param name="Text">The value: dates as 2026-11-23, choices by their name, an address on one line.</param>
public sealed record RecordValue(string Path, string Text)
{
    private const string Cover = "****";
    private const int ShownAtEnd = 4;

    private static readonly HashSet<string> IdentityFields = new(StringComparer.Ordinal)
    {
        nameof(PersonData.Nik), nameof(PersonData.PassportNumber), nameof(PersonData.Npwp), nameof(BusinessData.Nib), nameof(BusinessData.Nitku),
        nameof(BusinessData.RepresentativeNik), nameof(BusinessData.RepresentativePassportNumber),
    };

    /// <summary>True for the number of an identity document.</summary>
    public bool IsIdentityNumber => IsNumber(Path);

    /// <summary>The value with an identity number covered but for its last four signs.</summary>
    public RecordValue Covered() => IsIdentityNumber ? this with { Text = Mask(Text) } : this;

    /// <summary>An identity number as it is shown: its last four signs.</summary>
    public static string Mask(string number) =>
        number.Length <= ShownAtEnd ? (number.Length == 0 ? string.Empty : Cover) : string.Concat(Cover, number.AsSpan(number.Length - ShownAtEnd));

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Path;

    internal static bool IsNumber(string path) => IdentityFields.Contains(path[(path.LastIndexOf('.') + 1)..]);
}

/// <summary>One value before and after a change.</summary>
/// <param name="Path">Path of the field.</param>
/// <param name="Before">Before; empty when there was none.</param>
/// <param name="After">After; empty when there is none.</param>
public sealed record RecordDifference(string Path, string Before, string After)
{
    /// <summary>The same with identity numbers covered but for their last four signs.</summary>
    public RecordDifference Covered() =>
        RecordValue.IsNumber(Path) ? this with { Before = RecordValue.Mask(Before), After = RecordValue.Mask(After) } : this;

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Path;
}

/// <summary>A customer record value by value, in the order of the form.</summary>
public static class RecordSheet
{
    private static readonly string[] OfPerson =
    [
        nameof(PersonData.FullName), nameof(PersonData.Citizenship), nameof(PersonData.Nik), nameof(PersonData.PassportNumber),
        nameof(PersonData.PassportCountry), nameof(PersonData.PassportExpiry), nameof(PersonData.Npwp), nameof(PersonData.BirthPlace),
        nameof(PersonData.BirthDate), nameof(PersonData.Sex),
    ];

    private static readonly string[] OfBusiness =
    [
        nameof(BusinessData.BusinessName), nameof(BusinessData.LegalForm), nameof(BusinessData.Nib), nameof(BusinessData.Npwp),
        nameof(BusinessData.Nitku), nameof(BusinessData.DeedNumber), nameof(BusinessData.DeedDate), nameof(BusinessData.NotaryName),
        nameof(BusinessData.NotaryCity), nameof(BusinessData.DecreeNumber), nameof(BusinessData.RepresentativeName),
        nameof(BusinessData.RepresentativePosition), nameof(BusinessData.RepresentativeCitizenship), nameof(BusinessData.RepresentativeNik),
        nameof(BusinessData.RepresentativePassportNumber), nameof(BusinessData.RepresentativePassportCountry),
        nameof(BusinessData.RepresentativePassportExpiry), nameof(BusinessData.BeneficialOwner),
    ];

    /// <summary>Paths of what the registration asks this kind of customer for, filled or not.</summary>
    public static IReadOnlyList<string> MainFields(CustomerKind kind) =>
    [
        .. kind == CustomerKind.Person ? OfPerson : OfBusiness,
        nameof(ApplicantData.Phone), nameof(ApplicantData.Email), nameof(ApplicantData.Address),
        .. kind == CustomerKind.Person ? [nameof(PersonData.Domicile)] : Array.Empty<string>(),
    ];

    /// <summary>Every value that is filled.</summary>
    public static IReadOnlyList<RecordValue> Of(CustomerRecord record) => [.. All(record).Where(value => value.Text.Length > 0)];

    /// <summary>The values in which two versions of a record differ.</summary>
    public static IReadOnlyList<RecordDifference> Compare(CustomerRecord before, CustomerRecord after)
    {
        var old = Of(before);
        var now = Of(after);
        var was = old.ToDictionary(value => value.Path, value => value.Text, StringComparer.Ordinal);
        var present = now.ToDictionary(value => value.Path, value => value.Text, StringComparer.Ordinal);
        return
        [
            .. now.Concat(old).Select(value => value.Path).Distinct(StringComparer.Ordinal)
                .Select(path => new RecordDifference(path, was.GetValueOrDefault(path, string.Empty), present.GetValueOrDefault(path, string.Empty)))
                .Where(difference => difference.Before != difference.After),
        ];
    }

    /// <summary>The text of one field of the registration, an address on one line.</summary>
    public static string Text(ApplicantData data, string path) => path switch
    {
        nameof(ApplicantData.Address) => StandardFormat.Line(data.Address),
        nameof(PersonData.Domicile) => data is PersonData { Domicile: { } domicile } ? StandardFormat.Line(domicile) : string.Empty,
        _ => ApplicantFields.Read(data, path).GetValueOrDefault(path, string.Empty),
    };

    private static IEnumerable<RecordValue> All(CustomerRecord record) =>
    [
        .. MainFields(record.Data.Kind).Select(path => new RecordValue(path, Text(record.Data, path))),
        .. record.Phones.SelectMany((phone, index) => Entry(nameof(CustomerRecord.Phones), index, ("Phone", phone))),
        .. record.Emails.SelectMany((email, index) => Entry(nameof(CustomerRecord.Emails), index, ("Email", email))),
        .. record.Addresses.SelectMany((entry, index) => Entry(
            nameof(CustomerRecord.Addresses), index, (nameof(CustomerAddress.Use), entry.Use.ToString()), (nameof(CustomerAddress.Address), StandardFormat.Line(entry.Address)))),
        .. record.Parties.SelectMany((party, index) => Entry(
            nameof(CustomerRecord.Parties),
            index,
            (nameof(CustomerParty.Role), party.Role.ToString()),
            (nameof(CustomerParty.Name), party.Name),
            (nameof(CustomerParty.Position), party.Position ?? string.Empty),
            (nameof(CustomerParty.Nik), party.Nik ?? string.Empty),
            (nameof(CustomerParty.Phone), party.Phone ?? string.Empty),
            (nameof(CustomerParty.Email), party.Email ?? string.Empty))),
    ];

    private static IEnumerable<RecordValue> Entry(string list, int index, params (string Name, string Text)[] values) =>
        values.Select(value => new RecordValue(string.Create(CultureInfo.InvariantCulture, $"{list}.{index}.{value.Name}"), value.Text));
}
