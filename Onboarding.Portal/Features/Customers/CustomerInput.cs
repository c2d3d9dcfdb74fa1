using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Portal.Features.Customers;

/// <summary>
/// A customer record in the input of the registration form: its own fields as they are there, the lists beside them under paths such as
/// <c>Parties.0.Name</c>, which are those that the core names in its errors.
/// </summary>
public static class CustomerInput
{
    private const string Length = "Count";

    private static readonly string[] AddressFields = [nameof(AddressData.Street), nameof(AddressData.Rt), nameof(AddressData.Rw), nameof(AddressData.VillageCode), nameof(AddressData.PostalCode)];

    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        [nameof(CustomerRecord.Phones)] = [nameof(ApplicantData.Phone)],
        [nameof(CustomerRecord.Emails)] = [nameof(ApplicantData.Email)],
        [nameof(CustomerRecord.Addresses)] = [nameof(CustomerAddress.Use), .. AddressFields.Select(field => $"{nameof(CustomerAddress.Address)}.{field}")],
        [nameof(CustomerRecord.Parties)] =
        [
            nameof(CustomerParty.Role), nameof(CustomerParty.Name), nameof(CustomerParty.Position), nameof(CustomerParty.Nik),
            nameof(CustomerParty.Phone), nameof(CustomerParty.Email),
        ],
    };

    /// <summary>The lists, in the order of the form.</summary>
    public static IEnumerable<string> Lists => Fields.Keys;

    /// <summary>The form filled with a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">Key of the form.</param>
    public static RegistrationInput From(CustomerRecord record, Guid key)
    {
        RegistrationInput input = RegistrationInput.From(record.Data, "", key, settled: []);
        foreach (string list in Lists)
        {
            SetCount(input, list, 0);
        }

        record.Phones.ToList().ForEach(phone => Append(input, nameof(CustomerRecord.Phones), phone));
        record.Emails.ToList().ForEach(email => Append(input, nameof(CustomerRecord.Emails), email));
        foreach (CustomerAddress entry in record.Addresses)
        {
            AddressData address = entry.Address;
            Append(input, nameof(CustomerRecord.Addresses), entry.Use.ToString(), address.Street, address.Rt, address.Rw, address.VillageCode, address.PostalCode);
        }

        foreach (CustomerParty party in record.Parties)
        {
            Append(input, nameof(CustomerRecord.Parties), party.Role.ToString(), party.Name, party.Position, party.Nik, party.Phone, party.Email);
        }

        return input;
    }

    /// <summary>The record as it was typed.</summary>
    public static CustomerRecord ToRecord(RegistrationInput input) => new()
    {
        Data = input.ToData(),
        Phones = [.. Entries(input, nameof(CustomerRecord.Phones)).Select(path => input[$"{path}.{nameof(ApplicantData.Phone)}"])],
        Emails = [.. Entries(input, nameof(CustomerRecord.Emails)).Select(path => input[$"{path}.{nameof(ApplicantData.Email)}"])],
        Addresses = [.. Entries(input, nameof(CustomerRecord.Addresses)).Select(path => Address(input, path))],
        Parties = [.. Entries(input, nameof(CustomerRecord.Parties)).Select(path => Party(input, path))],
    };

    /// <summary>
    /// Takes over what others changed meanwhile: fields and lists that this person has not touched say what the record says now, the others keep
    /// what was typed.
    /// </summary>
    /// <param name="input">The form.</param>
    /// <param name="before">The record that the form was filled with.</param>
    /// <param name="now">The record as it is now.</param>
    public static void TakeOver(RegistrationInput input, CustomerRecord before, CustomerRecord now)
    {
        RegistrationInput filled = From(before, input.SubmissionKey);
        RegistrationInput present = From(now, input.SubmissionKey);
        ILookup<string, string> groups = filled.Values.Keys.Concat(present.Values.Keys).Concat(input.Values.Keys).Distinct(StringComparer.Ordinal).ToList()
            .ToLookup(path => Fields.ContainsKey(path.Split('.')[0]) ? path.Split('.')[0] : path, StringComparer.Ordinal);
        foreach (IGrouping<string, string> group in groups.Where(group => group.All(path => string.Equals(input[path], filled[path], StringComparison.Ordinal))))
        {
            foreach (string path in group)
            {
                input[path] = present[path];
            }
        }
    }

    /// <summary>How many entries a list has.</summary>
    public static int Count(RegistrationInput input, string list) =>
        int.TryParse(input[$"{list}.{Length}"], NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;

    /// <summary>The paths of the entries of a list.</summary>
    public static IEnumerable<string> Entries(RegistrationInput input, string list) =>
        Enumerable.Range(0, Count(input, list)).Select(index => At(list, index));

    /// <summary>Every field of every entry, from top to bottom.</summary>
    public static IReadOnlyList<string> Paths(RegistrationInput input) =>
        [.. Lists.SelectMany(list => Entries(input, list).SelectMany(entry => Fields[list].Select(field => $"{entry}.{field}")))];

    /// <summary>Adds an empty entry.</summary>
    public static void Add(RegistrationInput input, string list)
    {
        int index = Count(input, list);
        foreach (string field in Fields[list])
        {
            input[$"{At(list, index)}.{field}"] = "";
        }

        SetCount(input, list, index + 1);
    }

    /// <summary>Removes an entry; those behind it move up.</summary>
    public static void Remove(RegistrationInput input, string list, int index)
    {
        int count = Count(input, list);
        for (int place = index; place < count - 1; place++)
        {
            foreach (string field in Fields[list])
            {
                input[$"{At(list, place)}.{field}"] = input[$"{At(list, place + 1)}.{field}"];
            }
        }

        SetCount(input, list, count - 1);
    }

    private static void Append(RegistrationInput input, string list, params string?[] values)
    {
        int index = Count(input, list);
        foreach ((string field, string? value) in Fields[list].Zip(values))
        {
            input[$"{At(list, index)}.{field}"] = value ?? "";
        }

        SetCount(input, list, index + 1);
    }

    private static void SetCount(RegistrationInput input, string list, int count) => input[$"{list}.{Length}"] = count.ToString(CultureInfo.InvariantCulture);

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}.{index}");

    private static CustomerAddress Address(RegistrationInput input, string path)
    {
        string Of(string field) => input[$"{path}.{nameof(CustomerAddress.Address)}.{field}"];
        return new CustomerAddress
        {
            Use = input.Choice<AddressUse>($"{path}.{nameof(CustomerAddress.Use)}") ?? default,
            Address = new AddressData
            {
                Street = Of(nameof(AddressData.Street)),
                Rt = Optional(Of(nameof(AddressData.Rt))),
                Rw = Optional(Of(nameof(AddressData.Rw))),
                VillageCode = Of(nameof(AddressData.VillageCode)),
                PostalCode = Of(nameof(AddressData.PostalCode)),
            },
        };
    }

    private static CustomerParty Party(RegistrationInput input, string path)
    {
        string Of(string field) => input[$"{path}.{field}"];
        return new CustomerParty
        {
            Role = input.Choice<PartyRole>($"{path}.{nameof(CustomerParty.Role)}") ?? default,
            Name = Of(nameof(CustomerParty.Name)),
            Position = Optional(Of(nameof(CustomerParty.Position))),
            Nik = Optional(Of(nameof(CustomerParty.Nik))),
            Phone = Optional(Of(nameof(CustomerParty.Phone))),
            Email = Optional(Of(nameof(CustomerParty.Email))),
        };
    }

    private static string? Optional(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
