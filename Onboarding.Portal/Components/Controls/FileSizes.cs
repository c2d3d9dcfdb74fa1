using System.Globalization;

namespace Onboarding.Portal.Components.Controls;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSizes
{
    private const double Kilo = 1024;

    /// <summary><c>812 B</c>, <c>240 kB</c>, <c>3,4 MB</c>.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / Kilo:0} kB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / Kilo / Kilo:0.0} MB"),
    };
}
