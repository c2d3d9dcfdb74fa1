namespace Onboarding.Portal.Reports;

/// <summary>Finds a browser that prints: the one in the settings, else Chromium, Chrome or Edge where each system keeps them.</summary>
internal static class BrowserFinder
{
    /// <summary>The setting with the full path of the browser's program.</summary>
    public const string Setting = "Pdf:Browser";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

    private static readonly string[] UnixPlaces =
    [
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] WindowsRoots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    private static readonly string[] WindowsPlaces =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>The full path, or null. A setting that names no file finds nothing: what was asked for is not replaced in silence.</summary>
    /// <param name="setting">Value of <see cref="Setting"/>; empty to search.</param>
    public static string? Find(string? setting)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return File.Exists(setting) ? setting : null;
        }

        return Candidates().FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsRoots
                .Select(Environment.GetEnvironmentVariable)
                .OfType<string>()
                .SelectMany(_ => WindowsPlaces, Path.Combine);
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => Names, Path.Combine)
            .Concat(UnixPlaces);
    }
}
