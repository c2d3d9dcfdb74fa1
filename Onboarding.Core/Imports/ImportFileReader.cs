using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace Onboarding.Core.Imports;

/// <summary>
/// Reads the rows of a file one after the other. It holds one row and a few buffers, however large the file: a row has at most
/// <see cref="QuoteGuard.MaxRowLength"/> characters. What keeps the whole file out ends the reading, and stands in <see cref="Problem"/> then.
/// </summary>
/// <param name="content">The file, which can seek.</param>
/// <param name="maxRows">Greatest number of rows below the heading.</param>
internal sealed class ImportFileReader(Stream content, int maxRows)
{
    private const int BufferSize = 32 * 1024;

    /// <summary>What the first row says; null before it was read.</summary>
    public ImportHeader? Header { get; private set; }

    /// <summary>What keeps the file out, or null.</summary>
    public ImportFinding? Problem { get; private set; }

    /// <summary>How far it has read, in bytes.</summary>
    public long Position => content.Position;

    /// <summary>The rows below the heading that have something in them.</summary>
    public async IAsyncEnumerable<ImportRecord> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new byte[ImportSniffer.HeadSize];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var (format, problem) = ImportSniffer.Look(head.AsSpan(0, length));
        if (format is null)
        {
            Problem = ImportFinding.Error(null, problem!.Value);
            yield break;
        }

        content.Seek(format.Start, SeekOrigin.Begin);
        using var text = new StreamReader(content, ImportSniffer.Encoding, detectEncodingFromByteOrderMarks: false, BufferSize, leaveOpen: true);
        using var guard = new QuoteGuard(text, format.Delimiter, format.Line);
        await using var parser = CsvReader.Create(guard, Options(format.Delimiter), leaveOpen: true);
        var row = 0;
        var rows = 0;

        // Every record counts, empty lines too, so that a row has the number that a spreadsheet gives it.
        while (await parser.ReadAsync(cancellationToken))
        {
            row++;
            var record = new ImportRecord(row, Cells(parser), guard.TakeStray(row));
            if (row == 1)
            {
                Header = ImportHeader.Read(record.Cells);
                if (Header.IsBlocked)
                {
                    yield break;
                }
            }
            else if (record.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                if (++rows > maxRows)
                {
                    Problem = ImportFinding.Error(null, ImportProblemCode.TooManyRows, Number(maxRows));
                    yield break;
                }

                yield return record;
            }
        }

        if (guard.IsNotText)
        {
            Problem = ImportFinding.Error(null, ImportProblemCode.EncodingNotUtf8, Number(row + 1));
        }
        else if (guard.LineTooLong is { } line)
        {
            Problem = ImportFinding.Error(null, ImportProblemCode.CellTooLong, Number(line));
        }
        else if (rows == 0)
        {
            Problem = ImportFinding.Error(null, Header is null ? ImportProblemCode.HeaderMissing : ImportProblemCode.NoRows);
        }
    }

    private static string[] Cells(CsvReader parser)
    {
        var cells = new string[parser.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = parser.GetString(index);
        }

        return cells;
    }

    // No exception quotes the file: its cells are personal data.
    private static CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        BufferSize = BufferSize,
        IncludeValuesInExceptions = false,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
