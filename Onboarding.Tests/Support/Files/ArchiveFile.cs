using System.IO.Compression;

namespace Onboarding.Tests.Support.Files;

/// <summary>Archives.</summary>
public static class ArchiveFile
{
    /// <summary>An archive with one file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its content.</param>
    /// <param name="comment">What stands behind the archive's end record.</param>
    public static byte[] Zip(string name, byte[] content, string comment = "")
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = comment;
            using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            entry.Write(content);
        }

        return file.ToArray();
    }
}
