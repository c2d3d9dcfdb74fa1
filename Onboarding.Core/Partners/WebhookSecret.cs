using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Partners;

/// <summary>
/// The secret with which webhooks of a partner are signed, as Standard Webhooks writes it: <c>whsec_</c> and 32 random bytes in
/// base64. It is kept encrypted, since each delivery needs it.
/// </summary>
public sealed class WebhookSecret
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>A new secret.</summary>
    public static WebhookSecret New() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>The secret as text: for the one answer that hands it over, and for nothing else.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_key);

    /// <summary>The signature of a delivery: <c>v1,</c> and HMAC-SHA256 over id, time and body, separated by full stops, in base64.</summary>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="unixSeconds">When it is sent.</param>
    /// <param name="body">What is sent.</param>
    public string Sign(string id, long unixSeconds, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }

    /// <summary>Never the secret.</summary>
    public override string ToString() => nameof(WebhookSecret);

    internal static WebhookSecret Open(PersonalDataProtector protector, Guid partnerId, byte[] protectedSecret) =>
        new(protector.Unprotect(protectedSecret, AssociatedData(partnerId)));

    internal byte[] Protect(PersonalDataProtector protector, Guid partnerId) => protector.Protect(_key, AssociatedData(partnerId));

    private static string AssociatedData(Guid partnerId) => $"partner/{partnerId:N}/webhook";
}
