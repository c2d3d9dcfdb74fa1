using Onboarding.Core.Protection;

namespace Onboarding.Core.Documents;

/// <summary>
/// What the database keeps about a stored file: everything that is needed to find, open and prove it.
/// The file alone is useless without the wrapped key, and the wrapped key without the master key.
/// </summary>
/// <param name="Id">Names the file; given by the caller, one for each version of a document.</param>
/// <param name="Type">The type found in the content.</param>
/// <param name="Size">Size of the content before encryption, in bytes.</param>
/// <param name="Sha256">SHA-256 of the content before encryption, 32 bytes.</param>
/// <param name="KeyId">The master key that wraps the file's own key.</param>
/// <param name="WrappedKey">The file's own key, encrypted with the master key; <see cref="WrappedKeySize"/> bytes.</param>
public sealed record StoredDocument(Guid Id, DocumentType Type, long Size, byte[] Sha256, MasterKeyId KeyId, byte[] WrappedKey)
{
    /// <summary>Length of <see cref="WrappedKey"/>, in bytes.</summary>
    public const int WrappedKeySize = Envelope.Overhead + ChunkCipher.KeySize;
}
