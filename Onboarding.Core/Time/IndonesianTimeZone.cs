namespace Onboarding.Core.Time;

/// <summary>The three zones of Indonesia. None has daylight saving time.</summary>
public enum IndonesianTimeZone
{
    /// <summary>Waktu Indonesia Barat, UTC+7, Asia/Jakarta.</summary>
    Wib,

    /// <summary>Waktu Indonesia Tengah, UTC+8, Asia/Makassar.</summary>
    Wita,

    /// <summary>Waktu Indonesia Timur, UTC+9, Asia/Jayapura.</summary>
    Wit,
}
