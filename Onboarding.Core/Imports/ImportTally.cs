namespace Onboarding.Core.Imports;

/// <summary>What a dry run has counted so far.</summary>
internal sealed class ImportTally
{
    public int Rows { get; private set; }

    public int RowsWithErrors { get; private set; }

    public int RowsWithWarnings { get; private set; }

    public int Problems { get; private set; }

    public bool IsBlocked { get; private set; }

    /// <summary>Counts a row with what was found in it.</summary>
    public void CountRow(IReadOnlyCollection<ImportFinding> findings)
    {
        Rows++;
        Problems += findings.Count;
        if (findings.Any(finding => finding.IsError))
        {
            RowsWithErrors++;
        }
        else if (findings.Count > 0)
        {
            RowsWithWarnings++;
        }
    }

    /// <summary>Counts what was found in the file as a whole.</summary>
    public void CountFile(ImportFinding finding)
    {
        Problems++;
        IsBlocked |= finding.IsError;
    }
}
