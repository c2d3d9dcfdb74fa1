namespace Onboarding.Core.Documents;

/// <summary>What reading a stored file again showed (SOP stage 3, "memastikan keamanan data").</summary>
public enum DocumentIntegrity
{
    /// <summary>The file is there, every part of it is authentic, and its hash is the one that was recorded.</summary>
    Intact = 1,

    /// <summary>The file is not where it was stored.</summary>
    Missing,

    /// <summary>The file, or what the database records of it, was changed, cut off or exchanged.</summary>
    Altered,

    /// <summary>The master key that wraps the file's key is not in the key ring.</summary>
    UnknownKey,
}

/// <summary>What reading a stored file and its copies again showed.</summary>
/// <param name="Integrity">The file itself, the one that is opened.</param>
/// <param name="Copies">In how many places it should lie, this one included.</param>
/// <param name="IntactCopies">In how many of them it is intact.</param>
public sealed record DocumentProof(DocumentIntegrity Integrity, int Copies, int IntactCopies)
{
    /// <summary>True when the file and every copy are as they were stored.</summary>
    public bool IsWhole => IntactCopies == Copies;
}

/// <summary>A stored file could not be read. The message is one line without personal data.</summary>
public sealed class DocumentUnreadableException : Exception
{
    /// <summary>Creates the exception for a finding.</summary>
    /// <param name="id">The stored file.</param>
    /// <param name="finding">What is wrong; never <see cref="DocumentIntegrity.Intact"/>.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public DocumentUnreadableException(Guid id, DocumentIntegrity finding, Exception? innerException = null)
        : base($"The stored document {id:D} cannot be read: {finding}.", innerException) => Finding = finding;

    /// <summary>What is wrong.</summary>
    public DocumentIntegrity Finding { get; }
}
