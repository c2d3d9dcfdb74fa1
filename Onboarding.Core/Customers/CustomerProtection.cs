using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Customers;

/// <summary>Encrypts and opens what the register keeps protected, each value bound to its row.</summary>
/// <param name="protector">Encryption.</param>
/// <param name="hash">Keyed hashes.</param>
public sealed class CustomerProtection(PersonalDataProtector protector, KeyedHash hash)
{
    private const string RegisterPurpose = "register";

    /// <summary>Encrypts a record.</summary>
    internal byte[] Protect(Guid customerId, CustomerRecord record) => protector.ProtectJson(record, $"customer/{customerId:N}/data");

    /// <summary>Opens a record.</summary>
    public CustomerRecord Open(Guid customerId, byte[] protectedData) => protector.UnprotectJson<CustomerRecord>(protectedData, $"customer/{customerId:N}/data");

    /// <summary>Encrypts a record before and after a change for the audit trail.</summary>
    internal byte[] ProtectChange(Guid customerId, CustomerRecord? before, CustomerRecord after) =>
        protector.ProtectJson(new RecordChange(before, after), $"customer/{customerId:N}/audit");

    /// <summary>Opens a record before and after a change.</summary>
    internal RecordChange OpenChange(Guid customerId, byte[] change) => protector.UnprotectJson<RecordChange>(change, $"customer/{customerId:N}/audit");

    /// <summary>Encrypts the text of an interaction.</summary>
    internal byte[] ProtectInteraction(Guid interactionId, string text) => protector.ProtectText(text, $"interaction/{interactionId:N}");

    /// <summary>Opens the text of an interaction.</summary>
    internal string OpenInteraction(Guid interactionId, byte[] text) => protector.UnprotectText(text, $"interaction/{interactionId:N}");

    /// <summary>Encrypts what a merge changed.</summary>
    internal byte[] ProtectMerge(Guid mergeId, MergeContent content) => protector.ProtectJson(content, $"customer-merge/{mergeId:N}");

    /// <summary>Opens what a merge changed.</summary>
    internal MergeContent OpenMerge(Guid mergeId, byte[] content) => protector.UnprotectJson<MergeContent>(content, $"customer-merge/{mergeId:N}");

    /// <summary>The keyed hashes of every identity number, telephone number and e-mail address of a record, and of the names of those who belong to it.</summary>
    internal IReadOnlyList<long> Keys(CustomerRecord record) =>
        [.. hash.ComputeShort(RegisterPurpose, [.. ExactValues.Of(record).Concat(PartyNames.Of(record)).Distinct(StringComparer.Ordinal)]).Distinct()];

    /// <summary>The keyed hashes of what somebody typed, read in every way in which it may be meant; none when it is no such value.</summary>
    internal IReadOnlyList<long> KeysToFind(string typed) =>
        [.. hash.ComputeShort(RegisterPurpose, [.. ExactValues.Read(typed).Distinct(StringComparer.Ordinal)]).Distinct()];

    /// <summary>The keyed hash of a full name under which somebody belongs to customers; none when it is no name.</summary>
    internal IReadOnlyList<long> PartyKeysToFind(string typed) => hash.ComputeShort(RegisterPurpose, [.. PartyNames.Read(typed)]);
}

/// <summary>A record before and after a change.</summary>
/// <param name="Before">Before; null for a record that was just made.</param>
/// <param name="After">After.</param>
internal sealed record RecordChange(CustomerRecord? Before, CustomerRecord After)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => nameof(RecordChange);
}

/// <summary>
/// The values by which exactly one customer is found, each in its one form with what it is. They are hashed before they are stored or looked up.
/// </summary>
internal static class ExactValues
{
    private const int ShortestNumber = 6;
    private const string CountryCode = "+62";

    /// <summary>The values of a record.</summary>
    public static IEnumerable<string> Of(CustomerRecord record)
    {
        var data = record.Data;
        (string Kind, string? Value)[] own = data switch
        {
            PersonData person => [("nik", person.Nik), ("passport", Letters(person.PassportNumber)), ("npwp", TaxNumber(person.Npwp))],
            BusinessData business =>
            [
                ("nib", business.Nib), ("npwp", TaxNumber(business.Npwp)), ("nitku", business.Nitku), ("nik", business.RepresentativeNik),
                ("passport", Letters(business.RepresentativePassportNumber)),
            ],
            _ => [],
        };
        return own
            .Concat(record.Parties.SelectMany(party => new (string, string?)[] { ("nik", party.Nik), ("phone", party.Phone), ("email", Email(party.Email)) }))
            .Concat(record.Phones.Append(data.Phone).Select(phone => ("phone", (string?)phone)))
            .Concat(record.Emails.Append(data.Email).Select(email => ("email", Email(email))))
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Item2))
            .Select(entry => $"{entry.Item1}|{entry.Item2}");
    }

    /// <summary>What somebody typed, as each value that it may be.</summary>
    public static IEnumerable<string> Read(string typed)
    {
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            return EmailAddress.Read(typed).Value is { } address ? [$"email|{Email(address.Value)}"] : [];
        }

        var compact = Letters(typed) ?? string.Empty;
        if (compact.Length < ShortestNumber || !compact.Any(char.IsAsciiDigit))
        {
            return [];
        }

        List<string> values = [$"passport|{compact}"];
        if (compact.All(char.IsAsciiDigit))
        {
            values.AddRange([$"nik|{compact}", $"npwp|{TaxNumber(compact)}", $"nib|{compact}", $"nitku|{compact}"]);
        }

        if (PhoneNumber.Read(typed).Value is { } phone)
        {
            values.Add($"phone|{phone.Value}");
        }
        else if (compact.All(char.IsAsciiDigit))
        {
            // Read off a list without the leading zero, landlines too: 21 5550 9901.
            values.Add($"phone|{CountryCode}{compact}");
        }

        // As it is kept: what was recorded under earlier rules may not be readable under those of today.
        if (typed.TrimStart().StartsWith('+'))
        {
            values.Add($"phone|+{compact}");
        }

        return values;
    }

    private static string? Email(string? address) => address?.Trim().ToUpperInvariant();

    private static string? Letters(string? text) => text is null ? null : string.Concat(text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    // 15 digits and the same behind a zero are one number.
    private static string? TaxNumber(string? npwp) => npwp is ['0', ..] and { Length: 16 } ? npwp[1..] : npwp;
}
