namespace Onboarding.Core.Documents.Reading;

/// <summary>The labels of a KTP-el, found also where some of their letters were misread.</summary>
internal static class CardLabels
{
    public const string Nik = "NIK";
    public const string Name = "NAMA";
    public const string Birth = "TEMPATTGLLAHIR";
    public const string Sex = "JENISKELAMIN";
    public const string Blood = "GOLDARAH";
    public const string Address = "ALAMAT";
    public const string Neighbourhood = "RTRW";
    public const string Village = "KELDESA";
    public const string District = "KECAMATAN";

    private const int MostWords = 4;

    // Of the letters of a label, one in four may be wrong.
    private const double LeastLikeness = 0.74;

    private static readonly string[] All =
    [
        Nik, Name, Birth, Sex, Blood, Address, Neighbourhood, Village, District, "AGAMA", "STATUSPERKAWINAN", "PEKERJAAN", "KEWARGANEGARAAN", "BERLAKUHINGGA",
    ];

    /// <summary>The label at the beginning of a line and how many words it takes, or nothing.</summary>
    public static (string Label, int Words)? At(CardLine line, int from = 0)
    {
        (string Label, int Words)? best = null;
        var bestLikeness = LeastLikeness;
        var text = string.Empty;
        for (var count = 1; count <= MostWords && from + count <= line.Words.Count; count++)
        {
            text += Letters(line.Words[from + count - 1].Text);
            foreach (var label in All)
            {
                // Three letters: one of them may be wrong, and no more of it is asked.
                var likeness = label == Nik && text.Length == Nik.Length && TextDistance.Of(text, Nik) <= 1 ? LeastLikeness + 0.01 : TextDistance.Likeness(text, label);
                if (likeness > bestLikeness || (likeness >= 1 && bestLikeness >= 1))
                {
                    (best, bestLikeness) = ((label, count), likeness);
                }
            }
        }

        return best;
    }

    /// <summary>Where a label stands in a line behind a value, or the end of the line.</summary>
    public static int IndexOf(CardLine line, int from, string label)
    {
        for (var at = from; at < line.Words.Count; at++)
        {
            if (At(line, at)?.Label == label)
            {
                return at;
            }
        }

        return line.Words.Count;
    }

    /// <summary>The letters of a text in capitals, with the digits that are mostly misread letters.</summary>
    public static string Letters(string text) => string.Concat(text.ToUpperInvariant().Select(sign => sign switch
    {
        '0' => 'O',
        '1' or '|' or '!' => 'I',
        '8' => 'B',
        '5' => 'S',
        _ => sign,
    }).Where(char.IsAsciiLetterUpper));
}
