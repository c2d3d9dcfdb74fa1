using System.Globalization;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>The size of a file for people.</summary>
internal static class FileSize
{
    private const double Kilobyte = 1024;

    /// <summary><c>640 B</c>, <c>220 KB</c> or <c>1,4 MB</c>.</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / Kilobyte):0} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / (Kilobyte * Kilobyte):0.#} MB"),
    };
}
