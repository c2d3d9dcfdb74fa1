namespace Onboarding.Core.Protection;

/// <summary>
/// The master keys cannot be used: the folder or a key file cannot be read, or a configured key is malformed.
/// The message is one line for the operator and never contains key material.
/// </summary>
public sealed class MasterKeyException : Exception
{
    /// <summary>Creates the exception with the line for the operator.</summary>
    /// <param name="message">One line: what is wrong and where.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public MasterKeyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
