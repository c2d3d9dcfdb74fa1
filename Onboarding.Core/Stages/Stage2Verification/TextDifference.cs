namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>A run of characters of one of two texts.</summary>
/// <param name="Text">The characters. Personal data.</param>
/// <param name="IsDifferent">True when the other text has something else here.</param>
public sealed record TextRun(string Text, bool IsDifferent)
{
    /// <summary>The characters are personal data and are not printed.</summary>
    public override string ToString() => IsDifferent ? "different" : "equal";
}

/// <summary>
/// Where two short texts differ. They are laid side by side with the fewest changes, so that a digit that was left out
/// marks its place alone and not everything behind it.
/// </summary>
/// <param name="Typed">What was typed, in runs.</param>
/// <param name="Positions">Positions in the applicant's value, from 1; one behind its end for what was added there.</param>
public sealed record TextDifference(IReadOnlyList<TextRun> Typed, IReadOnlyList<int> Positions)
{
    /// <summary>Compares.</summary>
    public static TextDifference Between(string expected, string typed)
    {
        var steps = Distances(expected, typed);
        var isDifferent = new bool[typed.Length];
        var positions = new SortedSet<int>();
        for (int row = expected.Length, column = typed.Length; row > 0 || column > 0;)
        {
            if (row > 0 && column > 0 && expected[row - 1] == typed[column - 1] && steps[row, column] == steps[row - 1, column - 1])
            {
                (row, column) = (row - 1, column - 1);
            }
            else if (row > 0 && column > 0 && steps[row, column] == steps[row - 1, column - 1] + 1)
            {
                isDifferent[column - 1] = true;
                positions.Add(row);
                (row, column) = (row - 1, column - 1);
            }
            else if (row > 0 && steps[row, column] == steps[row - 1, column] + 1)
            {
                positions.Add(row--);
            }
            else
            {
                isDifferent[column - 1] = true;
                positions.Add(row + 1);
                column--;
            }
        }

        return new TextDifference(Runs(typed, isDifferent), [.. positions]);
    }

    private static int[,] Distances(string expected, string typed)
    {
        var steps = new int[expected.Length + 1, typed.Length + 1];
        for (var row = 0; row <= expected.Length; row++)
        {
            for (var column = 0; column <= typed.Length; column++)
            {
                steps[row, column] = row == 0 || column == 0
                    ? row + column
                    : Math.Min(
                        steps[row - 1, column - 1] + (expected[row - 1] == typed[column - 1] ? 0 : 1),
                        Math.Min(steps[row - 1, column], steps[row, column - 1]) + 1);
            }
        }

        return steps;
    }

    private static List<TextRun> Runs(string text, bool[] isDifferent)
    {
        var runs = new List<TextRun>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && isDifferent[end] == isDifferent[start])
            {
                end++;
            }

            runs.Add(new TextRun(text[start..end], isDifferent[start]));
            start = end;
        }

        return runs;
    }
}
