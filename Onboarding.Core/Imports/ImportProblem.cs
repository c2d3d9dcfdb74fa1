namespace Onboarding.Core.Imports;

/// <summary>One thing that was noticed in a row, before it becomes an entry of the list.</summary>
/// <param name="Column">Name of the column, or null when it is the row or the file.</param>
/// <param name="Code">Enum and value: <c>FindingCode.WrongLength</c>, <c>InputProblem.Required</c>, <c>ImportProblemCode.DateUnreadable</c>.</param>
/// <param name="IsError">True when the row (or the file) cannot be taken, false when a person should look.</param>
/// <param name="Arguments">Values for the text; never what stands in the cell.</param>
public sealed record ImportFinding(string? Column, string Code, bool IsError, IReadOnlyList<string> Arguments)
{
    /// <summary>A problem that blocks.</summary>
    internal static ImportFinding Error<TEnum>(string? column, TEnum code, params IReadOnlyList<string> arguments)
        where TEnum : struct, Enum => new(column, CodeOf(code), IsError: true, arguments);

    /// <summary>A problem that does not block.</summary>
    internal static ImportFinding Warning<TEnum>(string? column, TEnum code, params IReadOnlyList<string> arguments)
        where TEnum : struct, Enum => new(column, CodeOf(code), IsError: false, arguments);

    /// <summary>A code as it is kept.</summary>
    public static string CodeOf<TEnum>(TEnum code)
        where TEnum : struct, Enum => $"{typeof(TEnum).Name}.{code}";
}

/// <summary>A problem that the dry run found. It says where and what, never the value, so that the list holds no personal data.</summary>
public sealed class ImportProblem
{
    private ImportProblem()
    {
    }

    internal ImportProblem(Guid batchId, int number, int row, ImportFinding finding)
    {
        BatchId = batchId;
        Number = number;
        Row = row;
        Column = finding.Column;
        Code = finding.Code;
        IsError = finding.IsError;
        Arguments = [.. finding.Arguments];
    }

    /// <summary>Whose problem.</summary>
    public Guid BatchId { get; private set; }

    /// <summary>Place in the list, from 1, in the order of the rows.</summary>
    public int Number { get; private set; }

    /// <summary>Row as a spreadsheet counts it, the heading being row 1; 0 for the file as a whole.</summary>
    public int Row { get; private set; }

    /// <summary>Name of the column, or null.</summary>
    public string? Column { get; private set; }

    /// <summary>What it is; see <see cref="ImportFinding.Code"/>.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>True when the row, or the file, cannot be taken.</summary>
    public bool IsError { get; private set; }

    /// <summary>Values for the text.</summary>
    public string[] Arguments { get; private set; } = [];

    /// <summary>What it says, apart from where.</summary>
    public ImportFinding ToFinding() => new(Column, Code, IsError, Arguments);
}
