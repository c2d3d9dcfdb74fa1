namespace Onboarding.Tests.Support;

/// <summary>The folder of the repository, for tests that read its files or run its scripts.</summary>
public static class RepositoryFolder
{
    /// <summary>
    /// The full path, found upwards from the test's output folder. Not from the path of the source file: a reproducible build
    /// replaces that one.
    /// </summary>
    public static string FullPath { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The full path of something in the repository.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([FullPath, .. parts]);

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Onboarding.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run from inside the repository.");
    }
}
