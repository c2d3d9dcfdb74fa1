using System.Globalization;
using Spectre.Console;

namespace Onboarding.Benchmarks.Results;

/// <summary>Gathers the figures of a run, and prints each measurement as a table once it is complete.</summary>
/// <param name="console">Where tables are printed.</param>
internal sealed class FigureBook(IAnsiConsole console)
{
    private const int WidthOfTable = 170;

    private readonly List<Figure> _figures = [];
    private readonly List<string> _failures = [];

    /// <summary>All so far, in the order in which they were measured.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>What could not be measured to its end, and why, in a line each.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Notes that a measurement did not come to its end.</summary>
    public void Fail(string measurement, Exception exception) =>
        _failures.Add($"{measurement}: {exception.GetType().Name}, {exception.Message.Split('\n')[0].Trim()}");

    /// <summary>Keeps a figure.</summary>
    public void Add(Figure figure) => _figures.Add(figure);

    /// <summary>A line for whoever waits.</summary>
    public void Tell(FormattableString text) => console.MarkupLineInterpolated($"[grey]{text.ToString(CultureInfo.InvariantCulture)}[/]");

    /// <summary>Prints one measurement.</summary>
    public void Print(string measurement)
    {
        console.Profile.Width = Math.Max(console.Profile.Width, WidthOfTable);
        var table = new Table().Title(Markup.Escape(measurement));
        table.AddColumns([.. FigureText.Headings.Select(Markup.Escape)]);
        foreach (var figure in _figures.Where(figure => figure.Measurement == measurement))
        {
            table.AddRow([.. FigureText.Row(figure).Select(Markup.Escape)]);
        }

        console.Write(table);
    }
}
