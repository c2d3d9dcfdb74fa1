using Onboarding.Core.Cases;

namespace Onboarding.Core.Imports;

/// <summary>What the first row of a file says: which cell holds which column, and what is wrong with the columns.</summary>
internal sealed class ImportHeader
{
    private const int MaxNameLength = 60;

    private readonly ImportColumn?[] _columns;

    private ImportHeader(ImportColumn?[] columns, IReadOnlyList<ImportFinding> findings)
    {
        _columns = columns;
        Findings = findings;
    }

    /// <summary>What is wrong with the columns.</summary>
    public IReadOnlyList<ImportFinding> Findings { get; }

    /// <summary>True when no row can be read with these columns.</summary>
    public bool IsBlocked => Findings.Any(finding => finding.IsError);

    /// <summary>How many cells a row has.</summary>
    public int Count => _columns.Length;

    /// <summary>True when the column is there.</summary>
    public bool Has(string path) => _columns.Any(column => column?.Path == path);

    /// <summary>Name of the column that a cell holds, or null when it holds none that is known.</summary>
    public string? NameAt(int cell) => cell < _columns.Length ? _columns[cell]?.Name : null;

    /// <summary>Reads the first row.</summary>
    public static ImportHeader Read(IReadOnlyList<string> cells)
    {
        // Separators at the end make columns without a name, which are none.
        var count = cells.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(cells[count - 1]))
        {
            count--;
        }

        var columns = cells.Take(count).Select(ImportColumns.Find).ToArray();
        var known = columns.OfType<ImportColumn>().ToList();
        if (known.Count == 0)
        {
            // Nothing of it is repeated: without a heading this is somebody's data.
            return new ImportHeader(columns, [ImportFinding.Error(null, ImportProblemCode.HeaderMissing)]);
        }

        List<ImportFinding> findings =
        [
            .. known.GroupBy(column => column).Where(group => group.Count() > 1)
                .Select(group => ImportFinding.Error(group.Key.Name, ImportProblemCode.ColumnDuplicate, group.Key.Name)),
            .. Missing(known).Select(column => ImportFinding.Error(column.Name, ImportProblemCode.ColumnMissing, column.Name)),
            .. cells.Take(count).Where((cell, index) => columns[index] is null && !string.IsNullOrWhiteSpace(cell))
                .Select(cell => ImportFinding.Warning(null, ImportProblemCode.ColumnUnknown, Shortened(cell))),
        ];
        return new ImportHeader(columns, findings);
    }

    /// <summary>The cells of a row by the fields that they fill; empty ones are left out.</summary>
    public Dictionary<string, string> Map(IReadOnlyList<string> cells)
    {
        var values = new Dictionary<string, string>(_columns.Length, StringComparer.Ordinal);
        for (var index = 0; index < Math.Min(cells.Count, _columns.Length); index++)
        {
            if (_columns[index] is { } column && !string.IsNullOrWhiteSpace(cells[index]))
            {
                values[column.Path] = cells[index];
            }
        }

        return values;
    }

    private static IEnumerable<ImportColumn> Missing(List<ImportColumn> known)
    {
        var hasBusinesses = known.Any(column => column.Path == nameof(BusinessData.BusinessName));
        var hasPersons = !hasBusinesses || known.Any(column => column.Path == nameof(PersonData.FullName));
        return ImportColumns.All.Except(known).Where(column => column.Demand switch
        {
            ColumnDemand.Always => true,
            ColumnDemand.Persons => hasPersons,
            ColumnDemand.Businesses => hasBusinesses,
            ColumnDemand.Citizens => hasPersons && known.TrueForAll(other => other.Demand != ColumnDemand.Foreigners),
            ColumnDemand.Optional or ColumnDemand.Foreigners => false,
        });
    }

    private static string Shortened(string heading)
    {
        var clean = FreeText.Clean(heading).ReplaceLineEndings(" ");
        return clean.Length <= MaxNameLength ? clean : clean[..MaxNameLength];
    }
}
