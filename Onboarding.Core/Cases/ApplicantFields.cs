using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Cases;

/// <summary>
/// The applicant's data field by field, as text by the dotted path that errors and warnings use (<c>Address.PostalCode</c>).
/// Dates are written as 2026-11-23, choices by their name. It follows the data's own shape, so a new field needs no line here.
/// </summary>
public static class ApplicantFields
{
    private const string DateFormat = "yyyy-MM-dd";

    // Another citizenship or legal form asks for other fields; staff changes it in the form, with the applicant's word for it.
    private static readonly string[] Structure = [nameof(PersonData.Citizenship), nameof(BusinessData.LegalForm), nameof(BusinessData.RepresentativeCitizenship)];

    private static readonly string[] OfForeigners =
        [nameof(PersonData.PassportNumber), nameof(PersonData.PassportCountry), nameof(PersonData.PassportExpiry)];

    private static readonly string[] OfForeignRepresentatives =
        [nameof(BusinessData.RepresentativePassportNumber), nameof(BusinessData.RepresentativePassportCountry), nameof(BusinessData.RepresentativePassportExpiry)];

    private static readonly string[] OfLegalEntities =
    [
        nameof(BusinessData.DeedNumber), nameof(BusinessData.DeedDate), nameof(BusinessData.NotaryName), nameof(BusinessData.NotaryCity),
        nameof(BusinessData.DecreeNumber), nameof(BusinessData.BeneficialOwner),
    ];

    /// <summary>What an applicant can be asked about: each field that applies, and each address as a whole.</summary>
    public static IReadOnlyList<string> Askable(ApplicantData data) =>
        [.. Properties(data.GetType()).Where(property => Applies(data, property)).Select(property => property.Name)];

    /// <summary>The fields at a path with their values: one, or all of an address. Empty where there is no such field.</summary>
    public static IReadOnlyDictionary<string, string> Read(ApplicantData data, string path) =>
        Leaves(data, data.GetType(), string.Empty)
            .Where(leaf => leaf.Path == path || leaf.Path.StartsWith(path + ".", StringComparison.Ordinal))
            .ToDictionary(leaf => leaf.Path, leaf => Text(leaf.Value), StringComparer.Ordinal);

    /// <summary>The data with other texts in these fields. A text that is no date or choice leaves its field empty, so that the rules ask for it.</summary>
    public static ApplicantData With(ApplicantData data, IEnumerable<KeyValuePair<string, string>> texts)
    {
        var root = JsonSerializer.SerializeToNode(data)!;
        foreach (var (path, text) in texts)
        {
            Write(root, data.GetType(), path, text.Trim());
        }

        return root.Deserialize<ApplicantData>()!;
    }

    /// <summary>A value as somebody may see it who is only known by a link: identity numbers masked.</summary>
    /// <param name="path">Path of the field.</param>
    /// <param name="text">The value.</param>
    public static string Masked(string path, string text) => (path, text) switch
    {
        (_, "") => string.Empty,
        (nameof(PersonData.Nik) or nameof(BusinessData.RepresentativeNik), _) => Nik.FromStored(text).Mask(),
        (nameof(PersonData.Npwp), _) => Npwp.FromStored(text).Mask(),
        (nameof(BusinessData.Nitku), _) => Nitku.FromStored(text).Mask(),
        (nameof(BusinessData.Nib), _) => Nib.FromStored(text).Mask(),
        (nameof(PersonData.PassportNumber) or nameof(BusinessData.RepresentativePassportNumber), _) => PassportNumber.FromStored(text).Mask(),
        _ => text,
    };

    /// <summary>Whether a field holds an identity number, of which <see cref="Masked"/> hides the most.</summary>
    /// <param name="path">Path of the field.</param>
    public static bool IsMasked(string path) => path is nameof(PersonData.Nik) or nameof(BusinessData.RepresentativeNik)
        or nameof(PersonData.Npwp) or nameof(BusinessData.Nitku) or nameof(BusinessData.Nib)
        or nameof(PersonData.PassportNumber) or nameof(BusinessData.RepresentativePassportNumber);

    private static bool Applies(ApplicantData data, PropertyInfo property) => data switch
    {
        _ when Structure.Contains(property.Name) => false,
        PersonData { Citizenship: not Citizenship.Foreign } when OfForeigners.Contains(property.Name) => false,
        BusinessData { RepresentativeCitizenship: not Citizenship.Foreign } when OfForeignRepresentatives.Contains(property.Name) => false,
        BusinessData { LegalForm: LegalForm.UD } when OfLegalEntities.Contains(property.Name) => false,
        _ => !IsGroup(property) || property.GetValue(data) is not null,
    };

    private static IEnumerable<(string Path, object? Value)> Leaves(object? owner, Type type, string prefix) =>
        Properties(type).SelectMany(property => (IsGroup(property), property.GetValue(owner)) switch
        {
            (true, null) => [],
            (true, { } group) => Leaves(group, property.PropertyType, $"{prefix}{property.Name}."),
            (false, var value) => [(prefix + property.Name, value)],
        });

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static bool IsGroup(PropertyInfo property) => property.PropertyType.IsClass && property.PropertyType != typeof(string);

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static void Write(JsonNode owner, Type type, string path, string text)
    {
        var parts = path.Split('.', 2);
        var property = Properties(type).SingleOrDefault(entry => entry.Name == parts[0]);
        if (property is null)
        {
            return;
        }

        if (parts.Length == 1 && !IsGroup(property))
        {
            owner[property.Name] = Node(property, text);
        }
        else if (parts.Length == 2 && owner[property.Name] is { } group)
        {
            Write(group, property.PropertyType, parts[1], text);
        }
    }

    private static JsonValue? Node(PropertyInfo property, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(DateOnly))
        {
            return DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? JsonValue.Create(text) : null;
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, out var choice) ? JsonValue.Create(Convert.ToInt32(choice, CultureInfo.InvariantCulture)) : null;
        }

        var mayBeMissing = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return text.Length == 0 && mayBeMissing ? null : JsonValue.Create(text);
    }
}
