namespace Onboarding.Core.Cases;

/// <summary>File names as they are shown. They come from outside and are never used as a path.</summary>
internal static class FileNames
{
    private const int MaxLength = 255;

    /// <summary>The last part of the name, without control and direction characters.</summary>
    public static string Shown(string fileName)
    {
        var name = fileName[(fileName.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        var clean = string.Concat(name.Where(character =>
            !char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)).Trim();
        return clean.Length switch
        {
            0 => "dokumen",
            > MaxLength => FreeText.Clean(clean[^MaxLength..]),
            _ => FreeText.Clean(clean),
        };
    }
}
