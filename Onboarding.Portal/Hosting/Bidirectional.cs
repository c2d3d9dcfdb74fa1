namespace Onboarding.Portal.Hosting;

/// <summary>
/// Marks that change the direction of writing (Unicode UAX 9). A name is stored with them as it was given; where it stands in a
/// line with other words they could turn those around, so they are left out there.
/// </summary>
public static class Bidirectional
{
    /// <summary>The text without the marks.</summary>
    public static string Strip(string text) => text.Any(IsMark) ? string.Concat(text.Where(sign => !IsMark(sign))) : text;

    // LRM, RLM, ALM; embeddings and overrides; isolates.
    private static bool IsMark(char sign) => sign is '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
