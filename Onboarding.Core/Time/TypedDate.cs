using System.Globalization;
using System.Text.RegularExpressions;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Time;

/// <summary>
/// Reads a day as people in Indonesia write it: the day first, whatever the language of the browser. A year has four digits, since
/// with two nobody knows which century is meant.
/// </summary>
public static partial class TypedDate
{
    // A month may be shortened to its first three letters; these are the short and old forms that are no beginning of a name.
    private static readonly string[][] Months =
    [
        ["januari", "january"], ["februari", "february", "pebruari"], ["maret", "march"], ["april"], ["mei", "may"], ["juni", "june"],
        ["juli", "july"], ["agustus", "august", "agt", "agst", "ags"], ["september"], ["oktober", "october"], ["november", "nopember"],
        ["desember", "december"],
    ];

    /// <summary>The day, or null when the text is none that the calendar knows.</summary>
    /// <param name="text">17/6/1970, 17-06-1970, 17.6.1970, 17 6 1970, 17061970, 17 Juni 1970 or 1970-06-17.</param>
    public static DateOnly? Read(string? text)
    {
        var match = Form().Match(InputText.Line(text).Text);
        if (!match.Success)
        {
            return null;
        }

        var year = Number(match.Groups["year"].ValueSpan);
        var month = match.Groups["word"] is { Success: true, Value: var word } ? MonthOf(word) : Number(match.Groups["month"].ValueSpan);
        var day = Number(match.Groups["day"].ValueSpan);
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int MonthOf(string word) =>
        1 + Array.FindIndex(Months, names => Array.Exists(names, name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?:(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
        + "|(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})"
        + "|(?<day>[0-9]{1,2})(?: ?[/.,-] ?| )(?<month>[0-9]{1,2})(?: ?[/.,-] ?| )(?<year>[0-9]{4})"
        + "|(?<day>[0-9]{1,2})[ /.,-]{0,3}(?<word>[A-Za-z]{3,})[ /.,-]{0,3}(?<year>[0-9]{4}))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
