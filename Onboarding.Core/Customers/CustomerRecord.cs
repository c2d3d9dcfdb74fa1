using System.Text.Json.Serialization;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Customers;

/// <summary>In what capacity somebody belongs to a customer. Kept as text in the record.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartyRole>))]
public enum PartyRole
{
    /// <summary>Somebody to talk to.</summary>
    ContactPerson = 1,

    /// <summary>Somebody who may sign for the customer.</summary>
    Representative,

    /// <summary>Pemilik manfaat (Perpres 13/2018).</summary>
    BeneficialOwner,
}

/// <summary>What a further address is for. Kept as text in the record.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AddressUse>))]
public enum AddressUse
{
    /// <summary>Where bills go.</summary>
    Billing = 1,

    /// <summary>Where the service is installed.</summary>
    Installation,

    /// <summary>Where letters go.</summary>
    Correspondence,
}

/// <summary>A person who belongs to a customer, beside the one whom the registration names.</summary>
public sealed record CustomerParty
{
    /// <summary>In what capacity.</summary>
    public PartyRole Role { get; init; } = PartyRole.ContactPerson;

    /// <summary>Full name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Position; optional.</summary>
    public string? Position { get; init; }

    /// <summary>NIK, 16 digits; optional.</summary>
    public string? Nik { get; init; }

    /// <summary>Telephone in E.164; optional.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address; optional.</summary>
    public string? Email { get; init; }

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Role.ToString();
}

/// <summary>A further address of a customer.</summary>
public sealed record CustomerAddress
{
    /// <summary>What it is for.</summary>
    public AddressUse Use { get; init; } = AddressUse.Billing;

    /// <summary>The address.</summary>
    public AddressData Address { get; init; } = new();

    /// <summary>An address is personal data and is not printed.</summary>
    public override string ToString() => Use.ToString();
}

/// <summary>
/// What the register keeps of a customer, in the company's standard format: what the registration said, confirmed field by field in
/// stage 3, and what was learnt later. Kept as one encrypted value.
/// </summary>
public sealed record CustomerRecord
{
    /// <summary>Most entries of each further list: more are a sign of data in the wrong place.</summary>
    public const int MostEntries = 20;

    /// <summary>What the Formulir Pendaftaran Pelanggan asks for; a business's first representative and beneficial owner stand here.</summary>
    public required ApplicantData Data { get; init; }

    /// <summary>Further contact persons, representatives and beneficial owners.</summary>
    public IReadOnlyList<CustomerParty> Parties { get; init; } = [];

    /// <summary>Further addresses.</summary>
    public IReadOnlyList<CustomerAddress> Addresses { get; init; } = [];

    /// <summary>Further telephone numbers in E.164.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Further e-mail addresses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Everybody who belongs to the customer: those whom the registration names first.</summary>
    [JsonIgnore]
    public IReadOnlyList<CustomerParty> AllParties => [.. Named(), .. Parties];

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Data.Kind.ToString();

    private IEnumerable<CustomerParty> Named()
    {
        if (Data is not BusinessData business)
        {
            yield break;
        }

        if (business.RepresentativeName.Length > 0)
        {
            yield return new CustomerParty
            {
                Role = PartyRole.Representative,
                Name = business.RepresentativeName,
                Position = business.RepresentativePosition,
                Nik = business.RepresentativeNik,
            };
        }

        if (!string.IsNullOrEmpty(business.BeneficialOwner))
        {
            yield return new CustomerParty { Role = PartyRole.BeneficialOwner, Name = business.BeneficialOwner };
        }
    }
}
