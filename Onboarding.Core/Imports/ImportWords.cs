using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Imports;

/// <summary>The words that stand for a choice in a cell. Capitals, spaces and hyphens make no difference.</summary>
public static class ImportWords
{
    private static readonly Dictionary<Type, (string Word, object Value)[]> Words = new()
    {
        [typeof(CustomerKind)] = Of(("perorangan", CustomerKind.Person), ("individu", CustomerKind.Person), ("person", CustomerKind.Person),
            ("badan usaha", CustomerKind.Business), ("perusahaan", CustomerKind.Business), ("business", CustomerKind.Business)),
        [typeof(Channel)] = Of(("offline", Channel.Offline), ("luring", Channel.Offline), ("mitra", Channel.Partner), ("partner", Channel.Partner)),
        [typeof(Language)] = Of(("id", Language.Indonesian), ("indonesia", Language.Indonesian), ("bahasa indonesia", Language.Indonesian), ("indonesian", Language.Indonesian),
            ("en", Language.English), ("inggris", Language.English), ("english", Language.English)),
        [typeof(Citizenship)] = Of(("WNI", Citizenship.Indonesian), ("indonesian", Citizenship.Indonesian),
            ("WNA", Citizenship.Foreign), ("asing", Citizenship.Foreign), ("foreign", Citizenship.Foreign)),
        [typeof(Sex)] = Of(("L", Sex.Male), ("laki-laki", Sex.Male), ("pria", Sex.Male), ("m", Sex.Male), ("male", Sex.Male),
            ("P", Sex.Female), ("perempuan", Sex.Female), ("wanita", Sex.Female), ("f", Sex.Female), ("female", Sex.Female)),
        [typeof(LegalForm)] = Of(("PT", LegalForm.PT), ("PT perorangan", LegalForm.PTPerorangan), ("CV", LegalForm.CV), ("firma", LegalForm.Firma),
            ("persekutuan perdata", LegalForm.PersekutuanPerdata), ("koperasi", LegalForm.Koperasi), ("yayasan", LegalForm.Yayasan),
            ("perkumpulan", LegalForm.Perkumpulan), ("UD", LegalForm.UD), ("lainnya", LegalForm.Other), ("other", LegalForm.Other)),
        [typeof(bool)] = Of(("ya", true), ("y", true), ("yes", true), ("1", true), ("benar", true), ("true", true),
            ("tidak", false), ("t", false), ("no", false), ("n", false), ("0", false), ("salah", false), ("false", false)),
    };

    private static readonly Dictionary<Type, Dictionary<string, object>> ByWord = Words.ToDictionary(
        entry => entry.Key, entry => entry.Value.ToDictionary(word => Plain(word.Word), word => word.Value, StringComparer.Ordinal));

    private static readonly Dictionary<string, Type> Choices = new(StringComparer.Ordinal)
    {
        [ImportColumns.KindPath] = typeof(CustomerKind),
        [ImportColumns.ChannelPath] = typeof(Channel),
        [ImportColumns.LanguagePath] = typeof(Language),
        [ImportColumns.MarketingPath] = typeof(bool),
        [nameof(PersonData.Citizenship)] = typeof(Citizenship),
        [nameof(BusinessData.RepresentativeCitizenship)] = typeof(Citizenship),
        [nameof(PersonData.Sex)] = typeof(Sex),
        [nameof(BusinessData.LegalForm)] = typeof(LegalForm),
    };

    /// <summary>The usual word for each choice of a column; none for a column that is no choice.</summary>
    public static IReadOnlyList<string> Usual(ImportColumn column) =>
        Choices.TryGetValue(column.Path, out var choice) ? [.. Words[choice].DistinctBy(word => word.Value).Select(word => word.Word)] : [];

    /// <summary>What a word stands for, or null.</summary>
    internal static T? Find<T>(string word)
        where T : struct => ByWord[typeof(T)].TryGetValue(Plain(word), out var choice) ? (T)choice : null;

    private static (string Word, object Value)[] Of<T>(params (string Word, T Value)[] words)
        where T : struct => [.. words.Select(entry => (entry.Word, (object)entry.Value))];

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
