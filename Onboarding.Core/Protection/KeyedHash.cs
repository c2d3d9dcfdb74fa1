using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Onboarding.Core.Protection;

/// <summary>
/// Makes encrypted identity numbers searchable by exact value: HMAC-SHA-256 under a key of its own for each purpose,
/// so that the same digits as NIK and as NPWP cannot be linked, and nobody without the key can try all numbers.
/// </summary>
/// <param name="ring">Holds the search key, which stays the same when master keys are rotated.</param>
public sealed class KeyedHash(MasterKeyRing ring)
{
    /// <summary>Length of a hash, in bytes.</summary>
    public const int Size = HMACSHA256.HashSizeInBytes;

    /// <summary>The hash of a value.</summary>
    /// <param name="purpose">What the value is, for example "nik" or "npwp"; a constant of the program.</param>
    /// <param name="value">The value in its one normal form (digits only): the hash distinguishes every spelling.</param>
    public byte[] Compute(string purpose, string value) =>
        HMACSHA256.HashData(ring.SearchKey.SubKey("search/" + purpose), Encoding.UTF8.GetBytes(value));

    /// <summary>
    /// The first eight bytes of the hash of each value, for an index of very many entries in which an accidental equality
    /// costs no more than a look at what was found.
    /// </summary>
    /// <param name="purpose">What the values are; a constant of the program.</param>
    /// <param name="values">The values in their one normal form.</param>
    public IReadOnlyList<long> ComputeShort(string purpose, IReadOnlyList<string> values)
    {
        var key = ring.SearchKey.SubKey("search/" + purpose);
        var hashes = new long[values.Count];
        Span<byte> hash = stackalloc byte[Size];
        for (var index = 0; index < hashes.Length; index++)
        {
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(values[index]), hash);
            hashes[index] = BinaryPrimitives.ReadInt64BigEndian(hash);
        }

        return hashes;
    }
}
