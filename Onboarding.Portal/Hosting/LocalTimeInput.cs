using System.Globalization;

namespace Onboarding.Portal.Hosting;

/// <summary>Reads and writes what an input of the type <c>datetime-local</c> holds: a reading of a clock without its zone.</summary>
public static class LocalTimeInput
{
    private const string Written = "yyyy-MM-dd'T'HH:mm";

    // A browser leaves the seconds out; Blazor's script adds them on the way to the server.
    private static readonly string[] Read = [Written, "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The instant (UTC), or null where there is none or it is no time.</summary>
    /// <param name="text">What the input holds.</param>
    /// <param name="offset">Of the zone in which it was typed.</param>
    public static DateTimeOffset? Parse(string? text, TimeSpan offset) =>
        DateTime.TryParseExact(text, Read, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? new DateTimeOffset(local, offset).ToUniversalTime()
            : null;

    /// <summary>An instant as the input takes it.</summary>
    public static string Write(DateTimeOffset at, TimeSpan offset) => at.ToOffset(offset).ToString(Written, CultureInfo.InvariantCulture);
}
