using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage3Recording;

namespace Onboarding.Core.Customers;

/// <summary>What the rules say of a record.</summary>
/// <param name="Record">The record in the standard format.</param>
/// <param name="Errors">What must be mended before it can be kept.</param>
public sealed record CustomerCheck(CustomerRecord Record, IReadOnlyList<FieldError> Errors);

/// <summary>
/// The rules of a customer record: those of the Formulir Pendaftaran Pelanggan for what it asks, and the same for numbers, names and contacts
/// in the lists beside it.
/// </summary>
public static class CustomerRules
{
    /// <summary>Checks, normalises and brings into the standard format.</summary>
    /// <param name="record">As typed.</param>
    /// <param name="today">The date in the office's zone.</param>
    public static CustomerCheck Check(CustomerRecord record, DateOnly today)
    {
        var main = RegistrationRules.Check(record.Data, today);
        var reader = new FieldReader();
        var read = record with
        {
            Data = main.Data,
            Phones = [.. record.Phones.Select((phone, index) => reader.Value(Path(nameof(CustomerRecord.Phones), index, nameof(ApplicantData.Phone)), PhoneNumber.Read(phone), phone))],
            Emails = [.. record.Emails.Select((email, index) => reader.Value(Path(nameof(CustomerRecord.Emails), index, nameof(ApplicantData.Email)), EmailAddress.Read(email), email))],
            Addresses = [.. record.Addresses.Select((entry, index) => Read(entry, index, reader))],
            Parties = [.. record.Parties.Select((party, index) => Read(party, index, reader))],
        };
        foreach (var (list, count) in new[]
        {
            (nameof(CustomerRecord.Phones), read.Phones.Count), (nameof(CustomerRecord.Emails), read.Emails.Count),
            (nameof(CustomerRecord.Addresses), read.Addresses.Count), (nameof(CustomerRecord.Parties), read.Parties.Count),
        })
        {
            if (count > CustomerRecord.MostEntries)
            {
                reader.Fail(list, InputProblem.OutOfRange, "0", CustomerRecord.MostEntries.ToString(CultureInfo.InvariantCulture));
            }
        }

        // What cannot be read is left as it was typed, for the form.
        List<FieldError> errors = [.. main.Errors.Where(error => !IsOfNewCustomersOnly(error)), .. reader.Errors];
        return new CustomerCheck(errors.Count == 0 ? StandardFormat.Apply(read) : read, errors);
    }

    // Who registers shows a passport that is valid. One that runs out later is no reason to refuse a new telephone number.
    private static bool IsOfNewCustomersOnly(FieldError error) => error.Finding is { Code: FindingCode.PassportExpired };

    private static CustomerAddress Read(CustomerAddress entry, int index, FieldReader reader)
    {
        reader.Choice(Path(nameof(CustomerRecord.Addresses), index, nameof(CustomerAddress.Use)), (AddressUse?)entry.Use);
        return entry with { Address = RegistrationRules.ReadAddress(Path(nameof(CustomerRecord.Addresses), index, nameof(CustomerAddress.Address)), entry.Address, reader) };
    }

    private static CustomerParty Read(CustomerParty party, int index, FieldReader reader)
    {
        string At(string field) => Path(nameof(CustomerRecord.Parties), index, field);
        reader.Choice(At(nameof(CustomerParty.Role)), (PartyRole?)party.Role);
        return party with
        {
            Name = reader.Value(At(nameof(CustomerParty.Name)), PersonName.Read(party.Name), party.Name),
            Position = reader.OptionalText(At(nameof(CustomerParty.Position)), party.Position),
            Nik = reader.OptionalValue(At(nameof(CustomerParty.Nik)), Nik.Read, party.Nik),
            Phone = reader.OptionalValue(At(nameof(CustomerParty.Phone)), PhoneNumber.Read, party.Phone),
            Email = reader.OptionalValue(At(nameof(CustomerParty.Email)), EmailAddress.Read, party.Email),
        };
    }

    private static string Path(string list, int index, string field) => string.Create(CultureInfo.InvariantCulture, $"{list}.{index}.{field}");
}
