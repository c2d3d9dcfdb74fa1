namespace Onboarding.Portal.Hosting;

/// <summary>
/// The portal cannot start for a reason that the person who starts it can remove. The message is the one line that they
/// read: it names the setting or the thing to change, and holds no secret.
/// </summary>
public sealed class StartupRefusedException : Exception
{
    /// <summary>Without a message: for the framework only.</summary>
    public StartupRefusedException()
    {
    }

    /// <summary>With the line that is shown.</summary>
    /// <param name="message">One line: what is wrong and what to change.</param>
    public StartupRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With the line that is shown and what caused it.</summary>
    /// <param name="message">One line: what is wrong and what to change.</param>
    /// <param name="innerException">What the framework said.</param>
    public StartupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
