using System.Security.Cryptography;

namespace Onboarding.Core.Tools;

/// <summary>A private folder for one piece of work, removed with all that is in it when the work ends, however it ends.</summary>
public sealed class ToolFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private ToolFolder(string path) => Path = path;

    /// <summary>Full path; only the account of the portal may enter.</summary>
    public string Path { get; }

    /// <summary>Full path of a file in the folder.</summary>
    /// <param name="name">A name that the program chose, never one from outside.</param>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates a file in the folder for writing; only the account of the portal may read it.</summary>
    /// <param name="name">A name that the program chose.</param>
    public FileStream Create(string name)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(File(name), options);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody cleared the place meanwhile: it is gone, which is what is wanted.
        }
    }

    internal static ToolFolder Create(DirectoryInfo root)
    {
        MakePrivate(root.FullName);
        var path = System.IO.Path.Combine(root.FullName, RandomNumberGenerator.GetHexString(32, lowercase: true));
        MakePrivate(path);
        return new ToolFolder(path);
    }

    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
