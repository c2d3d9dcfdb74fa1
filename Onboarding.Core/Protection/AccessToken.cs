using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Onboarding.Core.Protection;

/// <summary>
/// A random 256-bit token for an unguessable link or key. Only <see cref="Hash()"/> is stored;
/// the token itself leaves once, to the one it was made for. A plain SHA-256 is enough, because nobody can try 2^256 tokens.
/// </summary>
public sealed class AccessToken
{
    /// <summary>Length of a stored hash, in bytes.</summary>
    public const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>Length of the token as text: 32 bytes in url-safe base64 without padding.</summary>
    public const int TextLength = 43;

    private readonly string _text;

    private AccessToken(string text) => _text = text;

    /// <summary>A new random token.</summary>
    public static AccessToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>
    /// The hash under which a token that came in is looked up. Every text that cannot be a token, however long,
    /// has one and the same hash, which is stored nowhere: wrong and malformed links end in the same answer.
    /// </summary>
    /// <param name="token">What the caller presented.</param>
    public static byte[] Hash(string? token) =>
        SHA256.HashData(token is { Length: TextLength } ? Encoding.UTF8.GetBytes(token) : []);

    /// <summary>Compares a token that came in with a stored hash, in constant time.</summary>
    /// <param name="token">What the caller presented.</param>
    /// <param name="storedHash">What <see cref="Hash()"/> returned when the token was made.</param>
    public static bool Matches(string? token, ReadOnlySpan<byte> storedHash) =>
        CryptographicOperations.FixedTimeEquals(Hash(token), storedHash);

    /// <summary>The hash to store.</summary>
    public byte[] Hash() => Hash(_text);

    /// <summary>The token itself, url-safe: for the link or the answer that hands it over, and for nothing else.</summary>
    public string Reveal() => _text;

    /// <summary>Never the token.</summary>
    public override string ToString() => nameof(AccessToken);
}
