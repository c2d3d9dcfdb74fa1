using System.Collections.Frozen;
using Onboarding.Core.Time;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>One of the 38 provinces, by the codes of the Ministry of Home Affairs (not those of BPS).</summary>
/// <param name="Code">The two-digit Kemendagri code.</param>
/// <param name="Name">The name in Bahasa Indonesia.</param>
/// <param name="TimeZone">The zone its clocks show.</param>
/// <param name="PostalFirstDigits">The first digits its postal codes can have.</param>
/// <param name="FormerCode">
/// The province it was split from, when NIK of its people can still begin with that code:
/// Papua's 91 and 92 were divided in 2022 and 26 regencies moved to 93–96.
/// </param>
public sealed record Province(
    string Code,
    string Name,
    IndonesianTimeZone TimeZone,
    string PostalFirstDigits,
    string? FormerCode = null)
{
    private static readonly FrozenDictionary<string, Province> ByCode =
        ProvinceTable.Rows.ToFrozenDictionary(province => province.Code, StringComparer.Ordinal);

    /// <summary>All provinces, in the order of their codes.</summary>
    public static IReadOnlyList<Province> All => ProvinceTable.Rows;

    /// <summary>The province of that code, or nothing.</summary>
    /// <param name="code">Two digits.</param>
    public static Province? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>Whether a NIK issued under that code can come from what is now this province.</summary>
    /// <param name="provinceCode">The first two digits of a NIK.</param>
    public bool MayHaveIssued(string provinceCode) =>
        provinceCode == Code
        || provinceCode == FormerCode;
}
