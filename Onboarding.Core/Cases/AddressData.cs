using System.Text.Json.Serialization;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Regions;

namespace Onboarding.Core.Cases;

/// <summary>
/// An address in the Indonesian order. The regions are one code; their names come from <see cref="RegionDirectory"/>, so that
/// they cannot contradict each other.
/// </summary>
public sealed record AddressData
{
    /// <summary>Jalan, nomor, blok.</summary>
    public string Street { get; init; } = string.Empty;

    /// <summary>RT, three digits; optional.</summary>
    public string? Rt { get; init; }

    /// <summary>RW, three digits; optional.</summary>
    public string? Rw { get; init; }

    /// <summary>
    /// Kemendagri code of the kelurahan or desa, with or without dots: <c>31.71.03.1001</c>. While a form is being filled it may
    /// be the code of a province, regency or district, which is as far as the person has come.
    /// </summary>
    public string VillageCode { get; init; } = string.Empty;

    /// <summary>Kode pos, five digits.</summary>
    public string PostalCode { get; init; } = string.Empty;

    /// <summary>The regions of the code, as far as it goes.</summary>
    [JsonIgnore]
    public RegionPath Place => RegionDirectory.PathOf(VillageCode);

    /// <summary>The province the address lies in today, also when its code has been retired; nothing while it is not known.</summary>
    [JsonIgnore]
    public Province? Province => Province.Find(Place.Present.Province?.Code);

    /// <summary>An address is personal data and is not printed.</summary>
    public override string ToString() => nameof(AddressData);
}
