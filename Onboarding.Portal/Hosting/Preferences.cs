namespace Onboarding.Portal.Hosting;

/// <summary>What a visitor chose for this browser: language, appearance and time zone. Each value is from a closed list.</summary>
/// <param name="Language">Two letters, one of <see cref="Languages.All"/>.</param>
/// <param name="Theme"><c>system</c>, <c>light</c> or <c>dark</c>.</param>
/// <param name="Zone">The abbreviation of the zone (WIB, WITA, WIT), or null for the office's.</param>
internal sealed record Preferences(string Language, string Theme, string? Zone)
{
    public const string LanguageCookie = "onboarding.language";

    /// <summary>The language of the last link that was opened from a mail; it counts while the visitor has chosen none.</summary>
    public const string LinkLanguageCookie = "onboarding.link-language";
    public const string ThemeCookie = "onboarding.theme";
    public const string ZoneCookie = "onboarding.zone";

    /// <summary>The appearance when nothing was chosen: what the visitor's system asks for.</summary>
    public const string SystemTheme = "system";

    /// <summary>What can be chosen for the appearance.</summary>
    public static IReadOnlyList<string> Themes { get; } = [SystemTheme, "light", "dark"];

    /// <summary>Reads the cookies; a value outside its list counts as absent, since anybody can write a cookie.</summary>
    public static Preferences From(HttpRequest request) => new(
        OneOf(Languages.All, request.Cookies[LanguageCookie]) ?? OneOf(Languages.All, request.Cookies[LinkLanguageCookie]) ?? Languages.Default,
        OneOf(Themes, request.Cookies[ThemeCookie]) ?? SystemTheme,
        OneOf(OfficeZones.Abbreviations, request.Cookies[ZoneCookie]));

    /// <summary>The value as the list spells it, or null when it is not in the list.</summary>
    public static string? OneOf(IEnumerable<string> list, string? value) =>
        list.FirstOrDefault(allowed => string.Equals(allowed, value, StringComparison.OrdinalIgnoreCase));
}
