using System.Text.RegularExpressions;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>A field of the customer record that Administrasi confirms one by one.</summary>
public enum RecordField
{
    /// <summary>Name.</summary>
    Name = 1,

    /// <summary>Identity number: NIK, or passport number; NIB of a business.</summary>
    IdentityNumber,

    /// <summary>Telephone.</summary>
    Phone,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Address.</summary>
    Address,
}

/// <summary>One line of the record: as the applicant gave it, and in the company's standard format.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Given">As in the registration.</param>
/// <param name="Standard">As it is recorded.</param>
public sealed record RecordLine(RecordField Field, string Given, string Standard);

/// <summary>The standard format of the customer register ("sesuai dengan standar format yang ditetapkan", SOP stage 3).</summary>
public static partial class StandardFormat
{
    /// <summary>The lines of the record for this applicant.</summary>
    public static IReadOnlyList<RecordLine> Of(ApplicantData data)
    {
        var identity = data switch
        {
            PersonData { Nik: { Length: > 0 } nik } => nik,
            PersonData person => $"{person.PassportCountry} {person.PassportNumber}",
            BusinessData business => business.Nib,
            _ => string.Empty,
        };
        return
        [
            new(RecordField.Name, data.DisplayName, Name(data.DisplayName)),
            new(RecordField.IdentityNumber, identity, identity),
            new(RecordField.Phone, data.Phone, data.Phone),
            new(RecordField.Email, data.Email, data.Email),
            new(RecordField.Address, Line(data.Address), Address(data.Address)),
        ];
    }

    /// <summary>A name: upper case, single spaces.</summary>
    public static string Name(string name) => Spaces().Replace(name.Trim(), " ").ToUpperInvariant();

    /// <summary>An address in the Indonesian order, in upper case, with the official names of its regions.</summary>
    public static string Address(AddressData address) => Name(Line(address));

    /// <summary>An address on one line in the Indonesian order: the street as the applicant spelt it, the regions by their official names.</summary>
    public static string Line(AddressData address)
    {
        var unit = address.Rt is null && address.Rw is null ? null : $"RT {address.Rt ?? "000"}/RW {address.Rw ?? "000"}";
        var place = address.Place;
        var parts = new[]
        {
            address.Street, unit, place.Village?.Name, place.District?.Name, place.Regency?.Name, place.Province?.Name, address.PostalCode,
        };
        return string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
