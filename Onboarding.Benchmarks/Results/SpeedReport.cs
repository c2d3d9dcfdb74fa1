using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Onboarding.Benchmarks.Results;

/// <summary>The figures of a run as they are kept: a part of a Markdown file, and a JSON file beside it.</summary>
/// <param name="Machine">On what was measured.</param>
/// <param name="At">When (UTC).</param>
/// <param name="LoadBefore">The load of the machine when the run began.</param>
/// <param name="LoadAfter">And when it ended, which the run itself made.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Failures">What was not measured to its end.</param>
internal sealed record SpeedReport(
    Machine Machine, DateTimeOffset At, double? LoadBefore, double? LoadAfter, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Failures)
{
    /// <summary>What stands between these two lines is written by the program; the rest of the file is written by people and stays.</summary>
    public const string Begin = "<!-- figures: written by the benchmarks -->";

    /// <summary>See <see cref="Begin"/>.</summary>
    public const string End = "<!-- end of the figures -->";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Puts the figures into the Markdown file, and writes the JSON file beside it.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : $"# Benchmarks\n\n{Begin}\n{End}\n";
        var (begin, end) = (before.IndexOf(Begin, StringComparison.Ordinal), before.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{path} has no lines \"{Begin}\" and \"{End}\" for the figures.");
        }

        await File.WriteAllTextAsync(path, $"{before[..(begin + Begin.Length)]}\n\n{Markdown()}\n{before[end..]}", cancellationToken);
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".json"), JsonSerializer.Serialize(this, Json) + "\n", cancellationToken);
    }

    private string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured on {At:yyyy-MM-dd HH:mm} UTC: {Machine.Processor}, {Machine.Cores} logical processors, {Machine.MemoryGiB:0} GiB of memory, {Machine.System}, {Machine.Runtime}, {Machine.Configuration} build. Load of the machine before the run: {Load(LoadBefore)}; at its end: {Load(LoadAfter)}.");
        foreach (var failure in Failures)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Not measured to its end: {failure}");
        }

        foreach (var measurement in Figures.GroupBy(figure => figure.Measurement))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {measurement.Key}").AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", FigureText.Headings)} |");
            text.AppendLine(CultureInfo.InvariantCulture, $"|{string.Concat(Enumerable.Repeat("---|", FigureText.Headings.Count))}");
            foreach (var figure in measurement)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", FigureText.Row(figure))} |");
            }
        }

        return text.ToString();
    }

    private static string Load(double? load) => load?.ToString("0.0", CultureInfo.InvariantCulture) ?? "unknown";
}
