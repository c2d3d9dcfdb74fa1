using System.Globalization;
using System.Text;

namespace Onboarding.Core.Documents.Reading;

/// <summary>A word as the text reader saw it.</summary>
/// <param name="Text">The word.</param>
/// <param name="Confidence">How sure the reader is, 0 to 1.</param>
internal readonly record struct CardWord(string Text, double Confidence)
{
    public override string ToString() => nameof(CardWord);
}

/// <summary>A line of words.</summary>
/// <param name="Words">The words, from left to right; none is empty.</param>
internal sealed record CardLine(IReadOnlyList<CardWord> Words)
{
    private const int Columns = 12;
    private const int WordLevel = 5;
    private const int ConfidenceColumn = 10;

    // A word of which the reader is not sure at all is mostly a hologram or the edge of the photo.
    private const double LeastConfidence = 0.05;

    private static readonly char[] Separators = [':', ';'];

    public string Text => string.Join(' ', Words.Select(word => word.Text));

    public override string ToString() => nameof(CardLine);

    /// <summary>Makes lines of Tesseract's table: level, page, block, paragraph, line, word, four of the place, confidence, text.</summary>
    public static IReadOnlyList<CardLine> Read(string table)
    {
        var lines = new List<CardLine>();
        var words = new List<CardWord>();
        var current = string.Empty;
        foreach (var row in table.Split('\n'))
        {
            var cells = row.TrimEnd('\r').Split('\t', Columns);
            if (cells.Length < Columns || !int.TryParse(cells[0], CultureInfo.InvariantCulture, out var level) || level != WordLevel)
            {
                continue;
            }

            var place = string.Join('.', cells[1..5]);
            if (place != current)
            {
                Add(lines, words);
                current = place;
            }

            var confidence = double.TryParse(cells[ConfidenceColumn], CultureInfo.InvariantCulture, out var percent) ? percent / 100 : 0;
            if (confidence >= LeastConfidence)
            {
                words.AddRange(Split(cells[^1], confidence));
            }
        }

        Add(lines, words);
        return lines;
    }

    /// <summary>Makes a line of plain text, every word equally sure.</summary>
    public static CardLine Of(string text, double confidence = 0.9) =>
        new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Split(word, confidence))]);

    // The colon between label and value is often stuck to one of them.
    private static IEnumerable<CardWord> Split(string word, double confidence) =>
        word.Normalize(NormalizationForm.FormC).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.Any(char.IsLetterOrDigit))
            .Select(part => new CardWord(part, confidence));

    private static void Add(List<CardLine> lines, List<CardWord> words)
    {
        if (words.Count > 0)
        {
            lines.Add(new CardLine([.. words]));
            words.Clear();
        }
    }
}

/// <summary>The lines of a picture, from top to bottom.</summary>
internal sealed record CardLines(IReadOnlyList<CardLine> Lines)
{
    public override string ToString() => nameof(CardLines);
}
