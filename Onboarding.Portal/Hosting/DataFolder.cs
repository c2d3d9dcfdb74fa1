namespace Onboarding.Portal.Hosting;

/// <summary>
/// The folder for all that a running portal writes: the SQLite database, documents, keys, mail in demo mode.
/// Setting <c>Data:Folder</c>; a relative path counts from the repository's root when the portal runs from a build inside
/// it (<c>dotnet run</c>), else from the folder of the program.
/// </summary>
public sealed class DataFolder
{
    /// <summary>The folder when the setting is absent.</summary>
    public const string DefaultName = ".data";

    private const string SolutionFile = "Onboarding.sln";

    /// <summary>Finds the folder and makes it if need be.</summary>
    /// <param name="configuration">Where <c>Data:Folder</c> is read from.</param>
    /// <exception cref="StartupRefusedException">The folder cannot be made.</exception>
    public DataFolder(IConfiguration configuration)
    {
        string setting = configuration["Data:Folder"] is { Length: > 0 } given ? given : DefaultName;
        Root = Make(Path.GetFullPath(setting, RepositoryRoot(AppContext.BaseDirectory) ?? AppContext.BaseDirectory));
    }

    /// <summary>The full path; the folder exists and only its owner may read it.</summary>
    public string Root { get; }

    /// <summary>The full path of a file directly in the folder.</summary>
    public string File(string name) => Path.Combine(Root, name);

    /// <summary>The full path of a folder inside, made if need be.</summary>
    public string Folder(string name) => Make(Path.Combine(Root, name));

    private static string Make(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupRefusedException($"The data folder {path} cannot be written (setting Data:Folder).", failure);
        }

        return path;
    }

    // bin/<configuration>/<framework>/ lies four levels below the root; a little further is looked for published builds.
    private static string? RepositoryRoot(string start)
    {
        DirectoryInfo? folder = new(start);
        for (int level = 0; level < 6 && folder is not null; level++, folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
