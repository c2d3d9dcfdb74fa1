namespace Onboarding.Core.Documents.Reading;

/// <summary>How many letters must be changed, added or left out to make one short text of another (Levenshtein).</summary>
internal static class TextDistance
{
    /// <summary>The number of changes.</summary>
    public static int Of(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var left = 1; left <= one.Length; left++)
        {
            var diagonal = row[0];
            row[0] = left;
            for (var right = 1; right <= other.Length; right++)
            {
                var above = row[right];
                row[right] = Math.Min(Math.Min(above, row[right - 1]) + 1, diagonal + (one[left - 1] == other[right - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }

    /// <summary>1 for equal texts, 0 for texts with nothing in common.</summary>
    public static double Likeness(string one, string other) =>
        one.Length == 0 && other.Length == 0 ? 1 : 1 - ((double)Of(one, other) / Math.Max(one.Length, other.Length));
}
