using FuzzySharp;

namespace Onboarding.Core.Documents.Reading;

/// <summary>How alike two short texts are, by the letters that must be changed, added or left out (Levenshtein, of FuzzySharp).</summary>
internal static class TextDistance
{
    /// <summary>The number of changes.</summary>
    public static int Of(string one, string other) => Levenshtein.EditDistance(one, other);

    /// <summary>1 for equal texts, 0 for texts with nothing in common.</summary>
    public static double Likeness(string one, string other) =>
        one.Length == 0 && other.Length == 0 ? 1 : 1 - ((double)Of(one, other) / Math.Max(one.Length, other.Length));
}
