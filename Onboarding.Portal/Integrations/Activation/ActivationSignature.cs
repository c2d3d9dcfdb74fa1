using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>
/// The signature of what travels to and from the activation system, and to the external CRM: HMAC-SHA256 over time and body, by which the receiver knows
/// the sender and refuses what is old. It is written <c>t=unix seconds,v1=hex</c>.
/// </summary>
internal static class ActivationSignature
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Onboarding-Signature";

    private const int LongestHeader = 200;

    /// <summary>Signs a body.</summary>
    /// <param name="key">The shared secret.</param>
    /// <param name="unixSeconds">The time that is signed with it.</param>
    /// <param name="body">The body.</param>
    public static string Sign(string key, long unixSeconds, ReadOnlySpan<byte> body) =>
        string.Create(CultureInfo.InvariantCulture, $"t={unixSeconds},v1={Convert.ToHexStringLower(Hash(key, unixSeconds, body))}");

    /// <summary>True when the header signs this body with this key at a time not further than the tolerance from now.</summary>
    public static bool IsValid(string? header, string key, ReadOnlySpan<byte> body, DateTimeOffset now, TimeSpan tolerance)
    {
        if (header is not { Length: > 0 and <= LongestHeader }
            || header.Split(',') is not [['t', '=', .. var time], ['v', '1', '=', .. var hex]]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || hex.Length != 2 * HMACSHA256.HashSizeInBytes)
        {
            return false;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.FromHexString(hex, given, out _, out _) == System.Buffers.OperationStatus.Done
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= tolerance.TotalSeconds
            && CryptographicOperations.FixedTimeEquals(given, Hash(key, seconds, body));
    }

    private static byte[] Hash(string key, long unixSeconds, ReadOnlySpan<byte> body)
    {
        byte[] time = Encoding.ASCII.GetBytes(unixSeconds.ToString(CultureInfo.InvariantCulture) + ".");
        byte[] content = [.. time, .. body];
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), content);
    }
}
