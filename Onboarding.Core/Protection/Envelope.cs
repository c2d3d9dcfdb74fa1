using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Onboarding.Core.Protection;

/// <summary>
/// AES-256-GCM under a sub-key of the active master key. Layout: format version (1), key id (8), nonce (12), tag (16), ciphertext.
/// Version, key id and the caller's associated data are authenticated with it, so an envelope opens only where it was made for.
/// </summary>
internal sealed class Envelope(MasterKeyRing ring, string purpose)
{
    public const int Overhead = HeaderSize + NonceSize + TagSize;

    private const byte FormatVersion = 1;
    private const int HeaderSize = 1 + MasterKeyId.Size;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static MasterKeyId KeyIdOf(ReadOnlySpan<byte> envelope) =>
        envelope.Length >= Overhead && envelope[0] == FormatVersion
            ? MasterKeyId.Read(envelope[1..])
            : throw new ProtectionException(ProtectionFailure.UnknownFormat);

    /// <summary>How everything begins that a key has sealed: it can be searched for without being opened.</summary>
    public static byte[] PrefixOf(MasterKeyId id)
    {
        var prefix = new byte[HeaderSize];
        prefix[0] = FormatVersion;
        id.Write(prefix.AsSpan(1));
        return prefix;
    }

    public byte[] Seal(ReadOnlySpan<byte> plaintext, string associatedData)
    {
        var key = ring.Active;
        var envelope = new byte[Overhead + plaintext.Length];
        envelope[0] = FormatVersion;
        key.Id.Write(envelope.AsSpan(1));
        var nonce = envelope.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);

        using var cipher = new AesGcm(key.SubKey(purpose), TagSize);
        cipher.Encrypt(
            nonce,
            plaintext,
            envelope.AsSpan(Overhead),
            envelope.AsSpan(HeaderSize + NonceSize, TagSize),
            Authenticated(envelope, associatedData));
        return envelope;
    }

    public byte[] Open(ReadOnlySpan<byte> envelope, string associatedData)
    {
        var key = ring.Get(KeyIdOf(envelope));
        var plaintext = new byte[envelope.Length - Overhead];
        using var cipher = new AesGcm(key.SubKey(purpose), TagSize);
        try
        {
            cipher.Decrypt(
                envelope.Slice(HeaderSize, NonceSize),
                envelope[Overhead..],
                envelope.Slice(HeaderSize + NonceSize, TagSize),
                plaintext,
                Authenticated(envelope, associatedData));
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new ProtectionException(ProtectionFailure.Altered, key.Id, exception);
        }

        return plaintext;
    }

    // The text goes in as it lies in memory: an encoding would map every malformed text to the same bytes.
    private static byte[] Authenticated(ReadOnlySpan<byte> envelope, string associatedData) =>
        [.. envelope[..HeaderSize], .. MemoryMarshal.AsBytes(associatedData.AsSpan())];
}
