using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Onboarding.Core.Protection;

/// <summary>
/// The folder of key files: <c>master-0001.key</c>, <c>master-0002.key</c>, … (the highest number is active) and <c>search.key</c>.
/// A file holds a format line, the id of the key and the key in base64; the id follows from the key and so reveals damage.
/// </summary>
internal sealed class KeyFolder(string path)
{
    private const string Format = "onboarding-key-1";
    private const string SearchFile = "search.key";
    private const string LockFile = ".lock";
    private const int MostMillisecondsToWait = 10_000;
    private const string MasterPrefix = "master-";
    private const string RetiredPrefix = "retired-";
    private const string KeyExtension = ".key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersMay =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>All master keys, the oldest first; empty when the folder holds none or does not exist.</summary>
    public IReadOnlyList<MasterKey> ReadMasterKeys() =>
        Guard(() => MasterFiles().Select(file => ReadFile(file.FullName)).ToList());

    /// <summary>The key of the search hashes, or null when there is none yet.</summary>
    public MasterKey? ReadSearchKey()
    {
        var file = Path.Combine(path, SearchFile);
        return Guard(() => File.Exists(file) ? ReadFile(file) : null);
    }

    /// <summary>Writes the first master key. Does nothing when another node was faster, whatever was read before.</summary>
    public void AddFirstMasterKey(MasterKey key) => Guard(() => WriteFile(MasterFile(number: 1), key));

    /// <summary>Writes a master key with the number after the highest. Does nothing when another node was faster.</summary>
    public void AddMasterKey(MasterKey key) => Guard(() =>
    {
        var last = MasterFiles().Select(file => Number(file.Name)).LastOrDefault();
        return WriteFile(MasterFile(last + 1), key);
    });

    /// <summary>When the newest master key was written (UTC), or null when there is none.</summary>
    public DateTimeOffset? NewestSince() => Guard(() => MasterFiles().LastOrDefault() is { } file ? new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) : (DateTimeOffset?)null);

    /// <summary>Gives the file of a key another name, under which it is not read any more. It is not deleted: with its old name it would open again what it protected.</summary>
    public bool Retire(MasterKeyId id) => Guard(() =>
    {
        var file = MasterFiles().SkipLast(1).FirstOrDefault(item => ReadFile(item.FullName).Id.Equals(id));
        file?.MoveTo(Path.Combine(path, RetiredPrefix + file.Name[MasterPrefix.Length..]), overwrite: false);
        return file is not null;
    });

    /// <summary>Writes the key of the search hashes. Does nothing when another node was faster.</summary>
    public void AddSearchKey(MasterKey key) => Guard(() => WriteFile(SearchFile, key));

    private static string MasterFile(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{MasterPrefix}{number:d4}{KeyExtension}");

    private static int Number(string name) =>
        name.StartsWith(MasterPrefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(MasterPrefix.Length, name.Length - MasterPrefix.Length - KeyExtension.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static MasterKey ReadFile(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & OthersMay) != UnixFileMode.None)
        {
            throw new MasterKeyException($"The key file {file} is open to other users of this machine; set its mode to 600.");
        }

        var lines = File.ReadAllLines(file);
        if (lines is [Format, var id, var secret, ..] && TryDecode(secret) is { } key && string.Equals(key.Id.ToString(), id, StringComparison.Ordinal))
        {
            return key;
        }

        throw new MasterKeyException($"The key file {file} is damaged or not a key file; restore it from its backup.");
    }

    /// <summary>Reads a key from base64, or null when the text is not one.</summary>
    public static MasterKey? TryDecode(string text)
    {
        var bytes = new byte[MasterKey.Size];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == MasterKey.Size ? new MasterKey(bytes) : null;
    }

    private IEnumerable<FileInfo> MasterFiles()
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists
            ? folder.EnumerateFiles(MasterPrefix + "*" + KeyExtension).Where(file => Number(file.Name) > 0).OrderBy(file => Number(file.Name))
            : [];
    }

    private bool WriteFile(string name, MasterKey key)
    {
        var temporary = Path.Combine(path, "." + RandomNumberGenerator.GetHexString(16, lowercase: true));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
            options.UnixCreateMode = OwnerOnly;
        }

        using var turn = WaitForTurn();
        var destination = Path.Combine(path, name);
        if (File.Exists(destination))
        {
            return false;
        }

        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(Encoding.ASCII.GetBytes($"{Format}\n{key.Id}\n{key.Export()}\n"));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, destination, overwrite: false);
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // On Unix a move that must not overwrite looks first and renames then, so two nodes could both believe to have been
    // first. The lock file makes looking and renaming one step; it stays, since removing it would let a third node in.
    private FileStream WaitForTurn()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var deadline = Environment.TickCount64 + MostMillisecondsToWait;
        var wait = default(SpinWait);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(path, LockFile), options);
            }
            catch (IOException) when (Environment.TickCount64 < deadline)
            {
                wait.SpinOnce();
            }
        }
    }

    private T Guard<T>(Func<T> access)
    {
        try
        {
            return access();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The key folder {path} cannot be used: {exception.GetType().Name}; check that it exists and belongs to the account of the portal.", exception);
        }
    }
}
