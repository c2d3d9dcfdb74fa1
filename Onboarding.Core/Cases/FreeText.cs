using System.Globalization;
using System.Text;
using Onboarding.Core.Results;

namespace Onboarding.Core.Cases;

/// <summary>Text that people write freely: reasons, questions, answers, evidence, remarks.</summary>
internal static class FreeText
{
    /// <summary>No column of free text is longer.</summary>
    public const int MaxLength = 4000;

    /// <summary>The problem of a text, or null when it can be kept.</summary>
    public static Invalid? Refuse(string field, string? text, int maxLength = MaxLength, bool isRequired = false)
    {
        var length = CleanOrNull(text)?.Length ?? 0;
        if (length == 0 && isRequired)
        {
            return new Invalid(field, InputProblem.Required);
        }

        return length > maxLength
            ? new Invalid(field, InputProblem.TooLong, maxLength.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>
    /// The text as it is kept: no outer spaces, no control characters but line breaks and tabs, and nothing that turns the
    /// direction of what is written behind it, on screen and in the signed reports. PostgreSQL refuses a NUL and half of a
    /// surrogate pair, which only a hand-made request can contain.
    /// </summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsKept))
        {
            kept.Append(rune);
        }

        return kept.ToString().Trim();
    }

    /// <summary>The same; nothing to say is null.</summary>
    public static string? CleanOrNull(string? text) => text is not null && Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>
    /// Whether a database can be asked for a text that somebody put into an address or a hand-made request: no control characters, and no half
    /// of a surrogate pair. What is stored never has them, so there is nothing to find.
    /// </summary>
    public static bool CanBeAskedFor(string? text) => text?.EnumerateRunes().All(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar) ?? true;

    // Embeddings, overrides and isolates; Arabic and Hebrew letters run in their own direction without them.
    private static bool IsKept(Rune rune) => Rune.IsControl(rune)
        ? rune.Value is '\n' or '\r' or '\t'
        : rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
