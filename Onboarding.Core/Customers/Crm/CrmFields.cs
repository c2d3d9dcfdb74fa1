using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Customers.Crm;

/// <summary>Every field of a customer record that can be sent to the external CRM, by its name in the settings.</summary>
public static class CrmFields
{
    private const string MaskedSuffix = "Masked";

    private static readonly FrozenDictionary<string, Func<Customer, CustomerRecord, JsonNode?>> Readers = All().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The name as it is written here, whatever case it was given in; null when there is no such field.</summary>
    public static string? Find(string name) => Readers.ContainsKey(name) ? Names.First(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>True for the number of an identity document that goes out in full.</summary>
    public static bool IsIdentityNumber(string name) => RecordValue.IsNumber(name);

    /// <summary>The field without its cover: for the word under which people know it.</summary>
    public static string Uncovered(string name) => name.EndsWith(MaskedSuffix, StringComparison.Ordinal) ? name[..^MaskedSuffix.Length] : name;

    /// <summary>The value of a field; null where there is none.</summary>
    internal static JsonNode? Read(string name, Customer customer, CustomerRecord record) => Readers[name](customer, record);

    private static IEnumerable<KeyValuePair<string, Func<Customer, CustomerRecord, JsonNode?>>> All()
    {
        foreach (var path in RecordSheet.MainFields(CustomerKind.Person).Concat(RecordSheet.MainFields(CustomerKind.Business)).Distinct(StringComparer.Ordinal))
        {
            yield return new(path, (_, record) => Text(Value(record, path)));
            if (RecordValue.IsNumber(path))
            {
                yield return new(path + MaskedSuffix, (_, record) => Text(RecordValue.Mask(Value(record, path))));
            }
        }

        yield return new("Kind", (customer, _) => Text(customer.Kind.ToString()));
        yield return new("Name", (customer, _) => Text(customer.Name));
        yield return new("RecordedAt", (customer, _) => Text(customer.CreatedAt.UtcDateTime.ToString("O")));
        yield return new("Products", (customer, _) => Products(customer));
        yield return new(nameof(CustomerRecord.Phones), (_, record) => new JsonArray([.. record.Phones.Select(Text)]));
        yield return new(nameof(CustomerRecord.Emails), (_, record) => new JsonArray([.. record.Emails.Select(Text)]));
        yield return new("Contacts", (_, record) => new JsonArray([.. record.AllParties.Select(Contact)]));
        yield return new("AddressStreet", (_, record) => Text(record.Data.Address.Street));
        yield return new("AddressRt", (_, record) => Text(record.Data.Address.Rt));
        yield return new("AddressRw", (_, record) => Text(record.Data.Address.Rw));
        yield return new("AddressVillageCode", (_, record) => Text(record.Data.Address.VillageCode));
        yield return new("AddressVillage", (_, record) => Text(record.Data.Address.Place.Village?.Name));
        yield return new("AddressDistrict", (_, record) => Text(record.Data.Address.Place.District?.Name));
        yield return new("AddressRegency", (_, record) => Text(record.Data.Address.Place.Regency?.Name));
        yield return new("AddressProvince", (_, record) => Text(record.Data.Address.Place.Province?.Name));
        yield return new("AddressPostalCode", (_, record) => Text(record.Data.Address.PostalCode));
    }

    private static string Value(CustomerRecord record, string path) =>
        RecordSheet.MainFields(record.Data.Kind).Contains(path) ? RecordSheet.Text(record.Data, path) : string.Empty;

    private static JsonNode? Text(string? value) => string.IsNullOrEmpty(value) ? null : JsonValue.Create(value);

    private static JsonArray Products(Customer customer) => new(
    [
        .. customer.Products.OrderBy(product => product.Id).Select(product => new JsonObject
        {
            ["code"] = product.ProductCode,
            ["reference"] = product.ServiceReference,
            ["since"] = product.Since?.UtcDateTime.ToString("O"),
            ["until"] = product.Until?.UtcDateTime.ToString("O"),
        }),
    ]);

    // Whom to talk to; the number of an identity card is no business of a CRM.
    private static JsonObject Contact(CustomerParty party) => new()
    {
        ["role"] = party.Role.ToString(),
        ["name"] = party.Name,
        ["position"] = party.Position,
        ["phone"] = party.Phone,
        ["email"] = party.Email,
    };
}
