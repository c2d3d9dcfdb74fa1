namespace Onboarding.Core.Documents;

/// <summary>Where documents are kept.</summary>
public sealed class DocumentStorageOptions
{
    /// <summary>Folder of the encrypted files; made when it is missing. All nodes of an installation share it.</summary>
    public string Folder { get; set; } = "";
}
