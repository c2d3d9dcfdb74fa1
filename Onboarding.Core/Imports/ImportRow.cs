namespace Onboarding.Core.Imports;

/// <summary>What became of a row: the case that was made of it, or why none was. Written with the case, in its transaction.</summary>
public sealed class ImportRow
{
    private ImportRow()
    {
    }

    internal ImportRow(Guid batchId, int row, Guid caseId, string caseNumber)
    {
        BatchId = batchId;
        Row = row;
        CaseId = caseId;
        CaseNumber = caseNumber;
    }

    internal ImportRow(Guid batchId, int row, ImportFinding refusal)
    {
        BatchId = batchId;
        Row = row;
        Column = refusal.Column;
        Code = refusal.Code;
        Arguments = [.. refusal.Arguments];
    }

    /// <summary>Whose row.</summary>
    public Guid BatchId { get; private set; }

    /// <summary>Row as a spreadsheet counts it, the heading being row 1.</summary>
    public int Row { get; private set; }

    /// <summary>The case, or null when the row was refused.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>Its number.</summary>
    public string? CaseNumber { get; private set; }

    /// <summary>Column of the first problem of a refused row, or null.</summary>
    public string? Column { get; private set; }

    /// <summary>The first problem of a refused row; see <see cref="ImportFinding.Code"/>.</summary>
    public string? Code { get; private set; }

    /// <summary>Values for the text.</summary>
    public string[] Arguments { get; private set; } = [];

    /// <summary>Why the row was refused, or null.</summary>
    public ImportFinding? ToRefusal() => Code is null ? null : new ImportFinding(Column, Code, IsError: true, Arguments);
}
