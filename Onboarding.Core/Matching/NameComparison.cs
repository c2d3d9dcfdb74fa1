using System.Runtime.InteropServices;
using FuzzySharp;

namespace Onboarding.Core.Matching;

/// <summary>How alike two names are.</summary>
/// <param name="Likeness">From 0 to 1000; 1000 only when both have the same words, in whatever order and spelling.</param>
/// <param name="Kind">In what way.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameLikeness(int Likeness, NameAgreement Kind);

/// <summary>In what way two names agree.</summary>
internal enum NameAgreement
{
    /// <summary>They are different, or one is empty.</summary>
    None = 0,

    /// <summary>They share much, but not all.</summary>
    Similar,

    /// <summary>Every word has its counterpart that sounds the same, is abbreviated, or is spelled in another way.</summary>
    SoundsAlike,

    /// <summary>The same letters; only titles, order, case or punctuation may differ.</summary>
    Same,
}

/// <summary>
/// Compares two names word by word in the best pairing, so that the order of the words does not matter. Symmetric: all
/// arithmetic is in whole numbers. Words are equal, sound alike, are an initial and its word, or are as alike as FuzzySharp's ratio of their letters says.
/// </summary>
internal static class NameComparison
{
    private const int Full = 1000;
    private const int SoundsAlike = 930;
    private const int InitialFits = 850;
    private const int FewestAlike = 72;
    // A slip at the first letter is rare; Kartika and Sartika are two names.
    private const int OtherBeginning = 5;
    private const int JoinedEqual = 990;
    private const int SimilarFrom = 600;
    private const int SoundsFrom = 900;
    private const int WeightOfJoined = 96;
    private const int LongestRunOfJoined = 120;
    private const int Unreached = -1;

    /// <summary>Compares two names.</summary>
    public static NameLikeness Compare(MatchName one, MatchName other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return default;
        }

        if (SameWords(one, other))
        {
            return new NameLikeness(Full, SamePlain(one, other) ? NameAgreement.Same : NameAgreement.SoundsAlike);
        }

        var likeness = Math.Max(ByWords(one, other), Joined(one, other));
        var kind = likeness >= SoundsFrom ? NameAgreement.SoundsAlike : likeness >= SimilarFrom ? NameAgreement.Similar : NameAgreement.None;
        return new NameLikeness(likeness, kind);
    }

    /// <summary>How alike two words are, from 0 to 1000.</summary>
    internal static int Words(NameWord one, NameWord other)
    {
        if (one.Text == other.Text)
        {
            return Full;
        }

        if (one.IsInitial || other.IsInitial)
        {
            return one.Text[0] == other.Text[0] ? InitialFits : 0;
        }

        var ratio = Ratio(one.Text, other.Text);
        var spelled = ratio >= FewestAlike ? ratio * (one.Sound[0] == other.Sound[0] ? 9 : OtherBeginning) : 0;
        return one.Sound == other.Sound ? Math.Max(SoundsAlike, spelled) : spelled;
    }

    // The library's ratio is not the same in both directions for every pair; taking the letters in one order makes it so.
    private static int Ratio(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? Fuzz.Ratio(one, other) : Fuzz.Ratio(other, one);

    private static bool SameWords(MatchName one, MatchName other) =>
        one.Words.Count == other.Words.Count
        && one.Words.Select(word => word.Text).Order(StringComparer.Ordinal).SequenceEqual(other.Words.Select(word => word.Text).Order(StringComparer.Ordinal));

    private static bool SamePlain(MatchName one, MatchName other) =>
        one.Plain.Split(' ').Order(StringComparer.Ordinal).SequenceEqual(other.Plain.Split(' ').Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static int Joined(MatchName one, MatchName other)
    {
        if (one.Joined == other.Joined)
        {
            return JoinedEqual;
        }

        // Only where the words are divided in another way; otherwise a shared long word would hide a different first name.
        return one.Words.Count == other.Words.Count || one.Joined.Length > LongestRunOfJoined || other.Joined.Length > LongestRunOfJoined
            ? 0
            : Ratio(one.Joined, other.Joined) is var ratio and >= 92 ? ratio * WeightOfJoined / 10 : 0;
    }

    // The best pairing by dynamic programming over the set of words of the other name that are taken.
    private static int ByWords(MatchName one, MatchName other)
    {
        Span<int> best = stackalloc int[1 << MatchName.MostWords];
        Span<int> gains = stackalloc int[MatchName.MostWords];
        best = best[..(1 << other.Words.Count)];
        best.Fill(Unreached);
        best[0] = 0;
        foreach (var word in one.Words)
        {
            for (var index = 0; index < other.Words.Count; index++)
            {
                gains[index] = (word.Weight + other.Words[index].Weight) * Words(word, other.Words[index]);
            }

            // From the fullest set down, so that one word is not given away twice.
            for (var set = best.Length - 1; set >= 0; set--)
            {
                for (var index = 0; best[set] != Unreached && index < other.Words.Count; index++)
                {
                    var with = set | (1 << index);
                    if (with != set)
                    {
                        best[with] = Math.Max(best[with], best[set] + gains[index]);
                    }
                }
            }
        }

        var most = 0;
        foreach (var sum in best)
        {
            most = Math.Max(most, sum);
        }

        var weights = one.Words.Sum(word => word.Weight) + other.Words.Sum(word => word.Weight);
        return Math.Min(Full - 1, most / weights);
    }
}
