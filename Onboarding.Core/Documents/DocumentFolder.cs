using System.Security.Cryptography;

namespace Onboarding.Core.Documents;

/// <summary>
/// One place where encrypted files lie: a folder, with subfolders by id; a path says nothing about a person. A file is written
/// under a temporary name, flushed to the disk and renamed, so under its own name it is always whole.
/// </summary>
/// <param name="root">The folder.</param>
internal sealed class DocumentFolder(string root)
{
    private const string IncomingFolder = "incoming";
    private const string FileExtension = ".bin";
    private const string DamagedExtension = ".damaged";

    private readonly string _root = Path.GetFullPath(root);

    /// <summary>Makes the folder where it is missing.</summary>
    public void Create() => DurableFolder.Create(Path.Combine(_root, IncomingFolder));

    /// <summary>Where a file lies; the last digits of an id are random, so the files spread evenly.</summary>
    public string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(_root, name[30..], name[28..30], name + FileExtension);
    }

    /// <summary>A temporary name that nobody else uses.</summary>
    public string NewIncoming(Guid id) => Path.Combine(_root, IncomingFolder, $"{id:N}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <summary>Gives a file that was written and flushed its own name.</summary>
    public void TakeIn(string incoming, Guid id)
    {
        var path = PathOf(id);
        var folder = Path.GetDirectoryName(path)!;
        DurableFolder.Create(folder);
        File.Move(incoming, path, overwrite: false);
        DurableFolder.Flush(folder);
    }

    /// <summary>
    /// Takes a copy of a file that lies elsewhere. What lies here under the id is damaged; it is put aside, for whoever wants to
    /// know what happened to it. The folder itself is not made: a disk that is not mounted must not be taken for another one.
    /// </summary>
    /// <exception cref="IOException">The folder is not there, or a disk failed.</exception>
    public async Task CopyInAsync(string source, Guid id, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_root))
        {
            throw new DirectoryNotFoundException("A folder for copies of the documents is not there.");
        }

        Create();
        var incoming = NewIncoming(id);
        try
        {
            await using (var from = new FileStream(source, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan }))
            await using (var to = new FileStream(incoming, NewFile()))
            {
                await from.CopyToAsync(to, cancellationToken);
                to.Flush(flushToDisk: true);
            }

            var damaged = PathOf(id);
            if (File.Exists(damaged))
            {
                File.Move(damaged, $"{damaged}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{DamagedExtension}", overwrite: false);
            }

            TakeIn(incoming, id);
        }
        finally
        {
            // After the rename there is nothing under this name any more.
            File.Delete(incoming);
        }
    }

    /// <summary>Removes a file for good, with what was put aside as damaged: that is content of the same person.</summary>
    public void Delete(Guid id)
    {
        var path = PathOf(id);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(path);
        foreach (var damaged in Directory.EnumerateFiles(folder, $"{Path.GetFileName(path)}.*{DamagedExtension}"))
        {
            File.Delete(damaged);
        }

        DurableFolder.Flush(folder);
    }

    /// <summary>The ids of all files that were stored before an instant; none where the folder is not there.</summary>
    public IEnumerable<Guid> StoredBefore(DateTimeOffset instant) => !Directory.Exists(_root)
        ? []
        : new DirectoryInfo(_root).EnumerateFiles("*" + FileExtension, SearchOption.AllDirectories)
            .Where(file => file.LastWriteTimeUtc < instant.UtcDateTime)
            .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id) ? id : (Guid?)null)
            .OfType<Guid>();

    /// <summary>Removes what a crash left under temporary names; answers how many files.</summary>
    public int RemoveAbandoned(DateTimeOffset startedBefore)
    {
        var incoming = new DirectoryInfo(Path.Combine(_root, IncomingFolder));
        var removed = 0;
        foreach (var file in incoming.Exists ? incoming.EnumerateFiles().Where(file => file.LastWriteTimeUtc < startedBefore.UtcDateTime) : [])
        {
            file.Delete();
            removed++;
        }

        return removed;
    }

    /// <summary>How a new file is opened: for the owner alone.</summary>
    public static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
