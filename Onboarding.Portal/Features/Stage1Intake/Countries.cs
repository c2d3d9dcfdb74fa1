using System.Collections.Concurrent;
using System.Globalization;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>
/// The countries that issue passports to foreigners, by their names in the visitor's language. The names stand in resource files: what the
/// runtime knows of a country by itself is its name in the country's own language.
/// </summary>
internal static class Countries
{
    // ISO 3166-1, but for Indonesia.
    private const string Codes = """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH
        CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN
        GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK
        LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA
        PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
        TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        """;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string Value, string Text)>> ByLanguage = new(StringComparer.Ordinal);

    /// <summary>Codes (ISO 3166-1) and names, by name.</summary>
    public static IReadOnlyList<(string Value, string Text)> All => ByLanguage.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => Read());

    /// <summary>The name of a country; the code itself where it is unknown.</summary>
    public static string Name(string code) =>
        All.FirstOrDefault(country => string.Equals(country.Value, code, StringComparison.OrdinalIgnoreCase)).Text ?? code;

    private static IReadOnlyList<(string Value, string Text)> Read() =>
        [.. Codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(code => (Value: code, Text: CountryText.ResourceManager.GetString(code, CultureInfo.CurrentUICulture) ?? code))
            .OrderBy(country => country.Text, StringComparer.CurrentCulture)];
}
