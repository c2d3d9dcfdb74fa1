using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Partners;

/// <summary>
/// A key as the partner holds it: <c>onb_</c>, a public part of twelve characters by which it is found, an underscore, and
/// 256 random bits. The first letters let scanners of source code recognise a key that was checked in by mistake.
/// </summary>
public sealed class ApiKeyText
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "onb_";

    /// <summary>Length of the public part.</summary>
    public const int PublicIdLength = 12;

    // Without letters and digits that are taken for each other.
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly string _secret;

    private ApiKeyText(string publicId, string secret)
    {
        PublicId = publicId;
        _secret = secret;
    }

    /// <summary>The public part.</summary>
    public string PublicId { get; }

    /// <summary>A new key.</summary>
    public static ApiKeyText New() => new(RandomNumberGenerator.GetString(Letters, PublicIdLength), AccessToken.New().Reveal());

    /// <summary>Takes a text apart; whether there is such a key is another question.</summary>
    /// <param name="text">What the caller presented.</param>
    /// <param name="key">Its parts.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ApiKeyText? key)
    {
        key = null;
        const int secretStart = 4 + PublicIdLength + 1;
        if (text is null || text.Length != secretStart + AccessToken.TextLength
            || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[secretStart - 1] != '_')
        {
            return false;
        }

        var publicId = text[Prefix.Length..(secretStart - 1)];
        key = publicId.All(character => Letters.Contains(character, StringComparison.Ordinal)) ? new ApiKeyText(publicId, text[secretStart..]) : null;
        return key is not null;
    }

    /// <summary>The hash to store.</summary>
    public byte[] SecretHash() => AccessToken.Hash(_secret);

    /// <summary>Compares with a stored hash, in constant time.</summary>
    /// <param name="storedHash">What <see cref="SecretHash"/> returned when the key was made.</param>
    public bool Matches(ReadOnlySpan<byte> storedHash) => AccessToken.Matches(_secret, storedHash);

    /// <summary>The whole key: for the one answer that hands it over, and for nothing else.</summary>
    public string Reveal() => $"{Prefix}{PublicId}_{_secret}";

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"{Prefix}{PublicId}";
}
