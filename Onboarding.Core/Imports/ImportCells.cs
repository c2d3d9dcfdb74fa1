using System.Globalization;
using System.Text.RegularExpressions;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;

namespace Onboarding.Core.Imports;

/// <summary>Reads the cells of one row and gathers what a spreadsheet did to them. The rules about the values are not here.</summary>
/// <param name="values">The cells by the fields that they fill.</param>
internal sealed partial class ImportCells(Dictionary<string, string> values)
{
    private const int LeastSerial = 1000;
    private const int GreatestSerial = 80_000;

    private static readonly string[] DateForms = Forms("yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy");

    private readonly List<ImportFinding> _findings = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<ImportFinding> Findings => _findings;

    /// <summary>A text as given, or null.</summary>
    public string? Text(string path)
    {
        if (!values.TryGetValue(path, out var text))
        {
            return null;
        }

        if (text.AsSpan().Trim().TrimStart('#').IsEmpty)
        {
            Fail(path, ImportProblemCode.CellOverflow);
        }

        return text;
    }

    /// <summary>A telephone number; a lost zero is named and put back by the rules that follow.</summary>
    public string Telephone(string path)
    {
        var text = Text(path);
        if (text is not null && text.AsSpan().Trim() is ['8', ..] digits && InputText.IsDigits(digits))
        {
            _findings.Add(ImportFinding.Warning(NameOf(path), ImportProblemCode.LeadingZeroLost));
        }

        return text ?? string.Empty;
    }

    /// <summary>A day, or null when there is none or it cannot be read.</summary>
    public DateOnly? Date(string path)
    {
        if (Text(path)?.Trim() is not { } text || _findings.Any(finding => finding.IsError && finding.Column == NameOf(path)))
        {
            return null;
        }

        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            return DateOnly.FromDateTime(at);
        }

        var isSerial = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= LeastSerial and <= GreatestSerial;
        Fail(path, isSerial ? ImportProblemCode.DateIsSerial : DateForm().IsMatch(text) ? ImportProblemCode.DateNotInCalendar : ImportProblemCode.DateUnreadable);
        return null;
    }

    /// <summary>One of the words that stand for a choice, or null when there is none or it is not known.</summary>
    public T? Choice<T>(string path)
        where T : struct
    {
        if (Text(path) is not { } text)
        {
            return null;
        }

        if (ImportWords.Find<T>(text) is { } choice)
        {
            return choice;
        }

        _findings.Add(ImportFinding.Error(NameOf(path), InputProblem.UnknownChoice));
        return null;
    }

    /// <summary>Names the cells that belong to the other kind of customer.</summary>
    public void LeaveOut(CustomerKind other) => _findings.AddRange(values.Keys
        .Select(path => ImportColumns.ByPath[path])
        .Where(column => column.Kind == other)
        .Select(column => ImportFinding.Warning(column.Name, ImportProblemCode.NotForKind)));

    /// <summary>Says that a cell must be filled, when it is empty.</summary>
    public void Require(string path)
    {
        if (!values.ContainsKey(path))
        {
            _findings.Add(ImportFinding.Error(NameOf(path), InputProblem.Required));
        }
    }

    /// <summary>Says that a cell is wrong.</summary>
    public void Fail(string path, ImportProblemCode code) => _findings.Add(ImportFinding.Error(NameOf(path), code));

    private static string NameOf(string path) => ImportColumns.ByPath[path].Name;

    // The documented forms whatever the numbers: 31/02/1990 is well written.
    [GeneratedRegex("^([0-9]{1,2}(?<sign>[/.-])[0-9]{1,2}\\k<sign>[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateForm();

    // Programs write the midnight of a day behind it.
    private static string[] Forms(params string[] days) => [.. days, .. days.Select(day => $"{day} H:mm:ss"), .. days.Select(day => $"{day} H:mm")];
}
