namespace Onboarding.Core.Time;

/// <summary>What belongs to each <see cref="IndonesianTimeZone"/>.</summary>
public static class IndonesianTimeZones
{
    /// <summary>How far the zone is ahead of UTC, all year.</summary>
    /// <param name="zone">The zone.</param>
    public static TimeSpan Offset(this IndonesianTimeZone zone) => zone switch
    {
        IndonesianTimeZone.Wib => TimeSpan.FromHours(7),
        IndonesianTimeZone.Wita => TimeSpan.FromHours(8),
        IndonesianTimeZone.Wit => TimeSpan.FromHours(9),
    };

    /// <summary>The name of the zone in the IANA database.</summary>
    /// <param name="zone">The zone.</param>
    public static string Id(this IndonesianTimeZone zone) => zone switch
    {
        IndonesianTimeZone.Wib => "Asia/Jakarta",
        IndonesianTimeZone.Wita => "Asia/Makassar",
        IndonesianTimeZone.Wit => "Asia/Jayapura",
    };

    /// <summary>The abbreviation shown behind a time: <c>15.05 WIB</c>.</summary>
    /// <param name="zone">The zone.</param>
    public static string Abbreviation(this IndonesianTimeZone zone) => zone switch
    {
        IndonesianTimeZone.Wib => "WIB",
        IndonesianTimeZone.Wita => "WITA",
        IndonesianTimeZone.Wit => "WIT",
    };

    /// <summary>The zone of that IANA name, or nothing when it is not Indonesian.</summary>
    /// <param name="id">A name such as <c>Asia/Jakarta</c> (Asia/Pontianak is the same time).</param>
    public static IndonesianTimeZone? FromId(string? id) => id switch
    {
        "Asia/Jakarta" or "Asia/Pontianak" => IndonesianTimeZone.Wib,
        "Asia/Makassar" => IndonesianTimeZone.Wita,
        "Asia/Jayapura" => IndonesianTimeZone.Wit,
        _ => null,
    };
}
