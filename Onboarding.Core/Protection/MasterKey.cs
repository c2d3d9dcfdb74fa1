using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Onboarding.Core.Protection;

/// <summary>One master key. It never encrypts anything itself: each purpose has a sub-key derived from it.</summary>
internal sealed class MasterKey
{
    public const int Size = 32;

    private readonly byte[] _secret;
    private readonly ConcurrentDictionary<string, byte[]> _subKeys = new(StringComparer.Ordinal);

    public MasterKey(byte[] secret)
    {
        if (secret.Length != Size)
        {
            throw new ArgumentException("A master key has 32 bytes.", nameof(secret));
        }

        _secret = secret;
        Id = MasterKeyId.Read(Derive("key-id"));
    }

    public MasterKeyId Id { get; }

    public static MasterKey Create() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>The sub-key of a purpose that is a constant of this program: kept, so that it is derived once.</summary>
    public byte[] SubKey(string purpose) => _subKeys.GetOrAdd(purpose, Derive);

    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, Size, info: Encoding.UTF8.GetBytes("onboarding/" + purpose));

    /// <summary>The key itself, for the file that keeps it and for nothing else.</summary>
    public string Export() => Convert.ToBase64String(_secret);

    public override string ToString() => $"master key {Id}";
}
