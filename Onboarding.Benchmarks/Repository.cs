namespace Onboarding.Benchmarks;

/// <summary>Where the project lies on the disk: benchmarks are run from it.</summary>
internal static class Repository
{
    private const string SolutionFile = "Onboarding.sln";

    /// <summary>The root folder.</summary>
    /// <exception cref="InvalidOperationException">The program lies outside.</exception>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No {SolutionFile} above {AppContext.BaseDirectory}: run the benchmarks from a build inside the repository.");
    }
}
