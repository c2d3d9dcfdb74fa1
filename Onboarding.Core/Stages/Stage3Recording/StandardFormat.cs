using System.Text.RegularExpressions;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Matching;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>One line of the record: as the applicant gave it, and in the company's standard format.</summary>
/// <param name="Field">Path of the field, see <see cref="RecordSheet"/>.</param>
/// <param name="Given">As in the registration.</param>
/// <param name="Standard">As it is recorded.</param>
public sealed record RecordLine(string Field, string Given, string Standard)
{
    /// <summary>True when the standard format changes the value.</summary>
    public bool Differs => !string.Equals(Given, Standard, StringComparison.Ordinal);

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Field;
}

/// <summary>
/// The standard format of the customer register ("sesuai dengan standar format yang ditetapkan", SOP stage 3): names and places in
/// upper case with single spaces and titles as given, addresses in the Indonesian order with the official names of their regions,
/// telephone numbers in E.164, an entity's NPWP in 16 digits, dates as 2026-11-23.
/// </summary>
public static partial class StandardFormat
{
    private const int UnitLength = 3;

    /// <summary>The lines of the record for this applicant: every field that is filled, none left out.</summary>
    public static IReadOnlyList<RecordLine> Of(ApplicantData data)
    {
        var standard = Apply(data);
        return
        [
            .. RecordSheet.MainFields(data.Kind)
                .Select(field => new RecordLine(field, RecordSheet.Text(data, field), RecordSheet.Text(standard, field)))
                .Where(line => line.Given.Length > 0 || line.Standard.Length > 0),
        ];
    }

    /// <summary>A record in the standard format.</summary>
    public static CustomerRecord Apply(CustomerRecord record) => record with
    {
        Data = Apply(record.Data),
        Parties = [.. record.Parties.Select(party => party with { Name = PersonName(party.Name), Position = OneLine(party.Position) })],
        Addresses = [.. record.Addresses.Select(entry => entry with { Address = Standard(entry.Address) })],
    };

    /// <summary>A registration in the standard format.</summary>
    public static ApplicantData Apply(ApplicantData data) => data switch
    {
        PersonData person => person with
        {
            FullName = PersonName(person.FullName),
            PassportNumber = Upper(person.PassportNumber),
            PassportCountry = Upper(person.PassportCountry),
            BirthPlace = Name(person.BirthPlace),
            Address = Standard(person.Address),
            Domicile = person.Domicile is { } domicile ? Standard(domicile) : null,
        },
        BusinessData business => business with
        {
            BusinessName = Name(business.BusinessName),
            Npwp = Npwp.FromStored(business.Npwp).ToSixteenDigitsOfEntity()?.Value ?? business.Npwp,
            DeedNumber = Upper(business.DeedNumber),
            NotaryName = business.NotaryName is { } notary ? PersonName(notary) : null,
            NotaryCity = Upper(business.NotaryCity),
            DecreeNumber = Upper(business.DecreeNumber),
            BeneficialOwner = business.BeneficialOwner is { } owner ? PersonName(owner) : null,
            RepresentativeName = PersonName(business.RepresentativeName),
            RepresentativePosition = OneLine(business.RepresentativePosition) ?? string.Empty,
            RepresentativePassportNumber = Upper(business.RepresentativePassportNumber),
            RepresentativePassportCountry = Upper(business.RepresentativePassportCountry),
            Address = Standard(business.Address),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(data), data.Kind, "Neither a person nor a business."),
    };

    /// <summary>A name: upper case, single spaces.</summary>
    public static string Name(string name) => Spaces().Replace(name.Trim(), " ").ToUpperInvariant();

    /// <summary>A person's name: upper case, single spaces; titles before it, and behind its first comma, as they were given.</summary>
    public static string PersonName(string name)
    {
        var clean = Spaces().Replace(name.Trim(), " ");
        var comma = clean.IndexOf(',', StringComparison.Ordinal);
        var (own, behind) = comma > 0 ? (clean[..comma], clean[comma..]) : (clean, string.Empty);
        var words = own.Split(' ');
        var titles = words.Take(words.Length - 1).TakeWhile(word => NameWords.TitlesBefore.Contains(Spelling.Letters(word))).Count();
        var areTitles = behind.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(word => NameWords.TitlesAfter.Contains(Spelling.Letters(word)));
        return string.Join(' ', words.Select((word, index) => index < titles ? word : word.ToUpperInvariant())) + (areTitles ? behind : behind.ToUpperInvariant());
    }

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

    private static AddressData Standard(AddressData address) => address with
    {
        Street = Name(address.Street),
        Rt = address.Rt?.PadLeft(UnitLength, '0'),
        Rw = address.Rw?.PadLeft(UnitLength, '0'),
    };

    private static string? Upper(string? text) => text is null ? null : Name(text);

    private static string? OneLine(string? text) => text is null ? null : Spaces().Replace(text.Trim(), " ");

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
