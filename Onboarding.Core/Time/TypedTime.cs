using System.Globalization;
using System.Text.RegularExpressions;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Time;

/// <summary>Reads a time of day as people in Indonesia write it: 24 hours, with a point, whatever the language of the browser.</summary>
public static partial class TypedTime
{
    /// <summary>The time of day, or null when the text is none that a clock shows.</summary>
    /// <param name="text">8, 8.30, 08.30, 08:30, 0830 or 08.30 WIB; the zone is that of the page and not read.</param>
    public static TimeOnly? Read(string? text)
    {
        var match = Form().Match(InputText.Line(text).Text);
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } given ? int.Parse(given.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(
        "^(?<hour>[0-9]{1,2})(?: ?[.:,]? ?(?<minute>[0-9]{2}))?(?: ?WI(?:B|TA|T))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
