namespace Onboarding.Core.Protection;

/// <summary>Where the master keys come from. They are never kept in the database that they protect.</summary>
public sealed class MasterKeyOptions
{
    /// <summary>
    /// Folder of the key files, or null when all keys come from the configuration. On the first start,
    /// when the folder holds no key and none is configured, a random key is written to it.
    /// All nodes of an installation share the folder; back it up apart from the database.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>
    /// Keys from the configuration (for example from a secret store), each 32 random bytes in base64.
    /// The first one is active before any key file; the others only read what they once protected.
    /// </summary>
    public IReadOnlyList<string> Keys { get; set; } = [];

    /// <summary>
    /// Key of the search hashes, 32 random bytes in base64. Required when there is no folder; otherwise kept there.
    /// It stays the same when master keys are rotated, because stored hashes cannot be computed again without the values.
    /// </summary>
    public string? SearchKey { get; set; }

    /// <summary>Names the type only; the keys are secret.</summary>
    public override string ToString() => nameof(MasterKeyOptions);
}
