namespace Onboarding.Core.Protection;

/// <summary>Why a protected value could not be opened.</summary>
public enum ProtectionFailure
{
    /// <summary>The bytes are not an envelope of this program, or one of a newer version of it.</summary>
    UnknownFormat = 1,

    /// <summary>The value was protected with a master key that the key ring does not hold.</summary>
    UnknownKey,

    /// <summary>The bytes were altered, or belong to another row or purpose than the one that was asked for.</summary>
    Altered,
}

/// <summary>A protected value could not be opened. The message is one line and says nothing about the value.</summary>
public sealed class ProtectionException : Exception
{
    /// <summary>Creates the exception for a failure.</summary>
    /// <param name="failure">Why the value could not be opened.</param>
    /// <param name="keyId">The master key that the envelope names, when it could be read.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public ProtectionException(ProtectionFailure failure, MasterKeyId? keyId = null, Exception? innerException = null)
        : base(Describe(failure, keyId), innerException)
    {
        Failure = failure;
        KeyId = keyId;
    }

    /// <summary>Why the value could not be opened.</summary>
    public ProtectionFailure Failure { get; }

    /// <summary>The master key that the envelope names, when it could be read.</summary>
    public MasterKeyId? KeyId { get; }

    private static string Describe(ProtectionFailure failure, MasterKeyId? keyId) => failure switch
    {
        ProtectionFailure.UnknownFormat => "The protected value has no known format.",
        ProtectionFailure.UnknownKey => $"The value was protected with master key {keyId}, which the key ring does not hold; restore its key file or configure it.",
        ProtectionFailure.Altered => "The protected value was altered or belongs to another row or purpose.",
    };
}
