using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Onboarding.Core.Protection;

/// <summary>
/// Encrypts personal data for the database (SOP stage 3, "memastikan keamanan data"; UU PDP Pasal 35, 36 and 39).
/// The associated data names the row and the purpose, for example <c>applicant/{id}/contact</c>:
/// a value that is copied to another row or column does not open there. Safe for concurrent use.
/// </summary>
/// <param name="ring">The master keys.</param>
public sealed class PersonalDataProtector(MasterKeyRing ring)
{
    private readonly Envelope _envelope = new(ring, "personal-data");

    /// <summary>How many bytes longer a protected value is than the value itself.</summary>
    public const int Overhead = Envelope.Overhead;

    /// <summary>Encrypts bytes with the active master key.</summary>
    /// <param name="plaintext">The value.</param>
    /// <param name="associatedData">Row and purpose; the same text is needed to open the value.</param>
    public byte[] Protect(ReadOnlySpan<byte> plaintext, string associatedData) => _envelope.Seal(plaintext, associatedData);

    /// <summary>Decrypts bytes.</summary>
    /// <param name="protectedValue">What <see cref="Protect"/> returned.</param>
    /// <param name="associatedData">Row and purpose, as they were given when the value was protected.</param>
    /// <exception cref="ProtectionException">Unknown format or key, or the value was altered or belongs elsewhere.</exception>
    public byte[] Unprotect(ReadOnlySpan<byte> protectedValue, string associatedData) => _envelope.Open(protectedValue, associatedData);

    /// <summary>Encrypts text.</summary>
    /// <param name="text">The value.</param>
    /// <param name="associatedData">Row and purpose; the same text is needed to open the value.</param>
    public byte[] ProtectText(string text, string associatedData) => ProtectAndForget(Encoding.UTF8.GetBytes(text), associatedData);

    /// <summary>Decrypts text.</summary>
    /// <param name="protectedValue">What <see cref="ProtectText"/> returned.</param>
    /// <param name="associatedData">Row and purpose, as they were given when the value was protected.</param>
    /// <exception cref="ProtectionException">Unknown format or key, or the value was altered or belongs elsewhere.</exception>
    public string UnprotectText(ReadOnlySpan<byte> protectedValue, string associatedData)
    {
        var plaintext = Unprotect(protectedValue, associatedData);
        try
        {
            return Encoding.UTF8.GetString(plaintext);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>Encrypts a record as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="associatedData">Row and purpose; the same text is needed to open the value.</param>
    /// <typeparam name="T">A record that System.Text.Json can write and read.</typeparam>
    public byte[] ProtectJson<T>(T value, string associatedData) =>
        ProtectAndForget(JsonSerializer.SerializeToUtf8Bytes(value), associatedData);

    /// <summary>Decrypts a record from JSON.</summary>
    /// <param name="protectedValue">What <see cref="ProtectJson"/> returned.</param>
    /// <param name="associatedData">Row and purpose, as they were given when the value was protected.</param>
    /// <typeparam name="T">The type that was protected.</typeparam>
    /// <exception cref="ProtectionException">Unknown format or key, or the value was altered or belongs elsewhere.</exception>
    /// <exception cref="JsonException">The value is not a <typeparamref name="T"/>; the message does not quote it.</exception>
    public T UnprotectJson<T>(ReadOnlySpan<byte> protectedValue, string associatedData)
    {
        var plaintext = Unprotect(protectedValue, associatedData);
        try
        {
            return JsonSerializer.Deserialize<T>(plaintext)!;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>Encrypts a value anew with the active master key; its content and its place stay the same.</summary>
    /// <param name="protectedValue">What was protected before.</param>
    /// <param name="associatedData">Row and purpose, as they were given then.</param>
    /// <exception cref="ProtectionException">Unknown format or key, or the value was altered or belongs elsewhere.</exception>
    public byte[] Reprotect(ReadOnlySpan<byte> protectedValue, string associatedData) => ProtectAndForget(Unprotect(protectedValue, associatedData), associatedData);

    /// <summary>The master key that a value was protected with.</summary>
    /// <param name="protectedValue">What <see cref="Protect"/> or its siblings returned.</param>
    /// <exception cref="ProtectionException">The bytes are not a protected value.</exception>
    public static MasterKeyId KeyIdOf(ReadOnlySpan<byte> protectedValue) => Envelope.KeyIdOf(protectedValue);

    private byte[] ProtectAndForget(byte[] plaintext, string associatedData)
    {
        try
        {
            return Protect(plaintext, associatedData);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }
}
