using System.Security.Cryptography;
using System.Text;

namespace Onboarding.Core.Compliance;

/// <summary>
/// One version of a policy text, in both languages (Kebijakan Perlindungan Data Pribadi). Bahasa Indonesia is the
/// reference (UU PDP Pasal 22; UU 24/2009 Pasal 31). A version is never changed; a new one is added.
/// </summary>
public sealed class PolicyText
{
    private PolicyText()
    {
    }

    internal PolicyText(string code, string version, string indonesian, string english, DateTimeOffset effectiveFrom)
    {
        Code = code;
        Version = version;
        Indonesian = indonesian;
        English = english;
        EffectiveFrom = effectiveFrom;
        Hash = SHA256.HashData(Encoding.UTF8.GetBytes(indonesian));
    }

    /// <summary>Which policy.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>Version, for example 2026-11.</summary>
    public string Version { get; private set; } = string.Empty;

    /// <summary>The text in Bahasa Indonesia, in Markdown.</summary>
    public string Indonesian { get; private set; } = string.Empty;

    /// <summary>The text in English, in Markdown.</summary>
    public string English { get; private set; } = string.Empty;

    /// <summary>SHA-256 of the reference text, 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>From when it applies (UTC).</summary>
    public DateTimeOffset EffectiveFrom { get; private set; }
}

/// <summary>Purposes for which data is processed, each with its own consent or legal basis.</summary>
public static class ConsentPurposes
{
    /// <summary>Processing the registration (UU PDP Pasal 20(2)b, with the privacy notice of Pasal 21).</summary>
    public const string Registration = "registration";

    /// <summary>Offers and news; optional, refusable (Pasal 20(2)a).</summary>
    public const string Marketing = "marketing";
}

/// <summary>Codes of the policies.</summary>
public static class PolicyCodes
{
    /// <summary>Kebijakan Perlindungan Data Pribadi.</summary>
    public const string Privacy = "privacy";
}
