namespace Onboarding.Core.Documents;

/// <summary>Where documents are kept.</summary>
public sealed class DocumentStorageOptions
{
    /// <summary>Folder of the encrypted files; made when it is missing. All nodes of an installation share it.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Folders on other disks, each of which gets a copy of every file; they must exist.</summary>
    public IReadOnlyList<string> Mirrors { get; set; } = [];

    /// <summary>After how long a stored file is read back and proved again.</summary>
    public TimeSpan ProveEvery { get; set; } = TimeSpan.FromDays(30);
}
