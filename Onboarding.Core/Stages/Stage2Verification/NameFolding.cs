using System.Collections.Frozen;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>
/// Brings names to the form in which two spellings of one name are equal: capitals, single spaces, no titles, no legal
/// form. Letters are never touched: a name that is spelled otherwise on the card is another name.
/// </summary>
internal static class NameFolding
{
    private static readonly char[] Separators = [' ', ','];

    private static readonly FrozenSet<string> Before = FrozenSet.Create(
        StringComparer.Ordinal, "H", "HJ", "HAJI", "HAJJAH", "KH", "DR", "DRS", "DRA", "DRG", "DRH", "IR", "PROF", "TN", "NY", "NN", "BPK", "IBU", "SDR", "SDRI");

    private static readonly FrozenSet<string> After = FrozenSet.Create(
        StringComparer.Ordinal, "SH", "SE", "ST", "STR", "SKOM", "SPD", "SPDI", "SSI", "SSOS", "SIP", "SKM", "SFARM", "SKED", "SKEP", "SHUT", "SSN", "SAG", "SAK", "SIKOM",
        "SPSI", "MM", "MH", "MHUM", "MKN", "MSI", "MPD", "MKOM", "MT", "MSC", "MBA", "MA", "MKES", "MAK", "PHD", "AMD", "AMDKEB", "AMDKEP", "BA", "BSC", "CPA", "AK", "APT");

    private static readonly FrozenSet<string> LegalForms = FrozenSet.Create(
        StringComparer.Ordinal, "PT", "CV", "UD", "FA", "FIRMA", "TBK", "PERSERO", "PERORANGAN");

    /// <summary>The name of a person without titles before and after it.</summary>
    public static string Person(string name)
    {
        var words = Words(name);
        while (words.Count > 1 && Before.Contains(Letters(words[0])))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && After.Contains(Letters(words[^1])))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words.SelectMany(word => word.Split('.', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>The name of a business without its legal form, which is a field of its own.</summary>
    public static string Business(string name)
    {
        var marks = new[] { '.', '(', ')', '"' };
        var words = Words(marks.Aggregate(name, (text, mark) => text.Replace(mark, ' ')));
        while (words.Count > 1 && LegalForms.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && LegalForms.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }

    private static List<string> Words(string name) =>
        [.. InputText.Line(name).Text.ToUpperInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)];

    private static string Letters(string word) => word.Replace(".", string.Empty, StringComparison.Ordinal);
}
