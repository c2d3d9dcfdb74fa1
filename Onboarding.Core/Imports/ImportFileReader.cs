using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace Onboarding.Core.Imports;

/// <summary>
/// Reads the rows of a file one after the other. It holds one row and a few buffers, however large the file: a row has at most
/// <see cref="MaxRowBytes"/>. What keeps the whole file out ends the reading, and stands in <see cref="Problem"/> then.
/// </summary>
/// <param name="content">The file, which can seek.</param>
/// <param name="maxRows">Greatest number of rows below the heading.</param>
internal sealed class ImportFileReader(Stream content, int maxRows)
{
    /// <summary>Greatest size of a row, in bytes; every field of the form filled to its limit takes a tenth of it.</summary>
    public const int MaxRowBytes = 256 * 1024;

    private const int BufferSize = 32 * 1024;

    private bool _quotesBroken;
    private bool _quoteStaysOpen;

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
        await using var parser = CsvReader.Create(text, Options(format.Delimiter), leaveOpen: true);
        var row = 0;
        var rows = 0;
        while (await NextAsync(parser, row, cancellationToken))
        {
            row++;
            var record = new ImportRecord(row, Cells(parser), _quotesBroken);
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

        if (rows == 0)
        {
            Problem ??= ImportFinding.Error(null, Header is null ? ImportProblemCode.HeaderMissing : ImportProblemCode.NoRows);
        }
    }

    // Every record counts, empty lines too, so that a row has the number that a spreadsheet gives it.
    private async Task<bool> NextAsync(CsvReader parser, int row, CancellationToken cancellationToken)
    {
        try
        {
            _quotesBroken = false;
            var isThere = await parser.ReadAsync(cancellationToken);
            if (!_quoteStaysOpen)
            {
                return isThere;
            }
        }
        catch (DecoderFallbackException)
        {
            Problem = ImportFinding.Error(null, ImportProblemCode.EncodingNotUtf8, Number(row));
            return false;
        }
        catch (CsvFormatException)
        {
            // Thrown for nothing but a row beyond the limit.
        }

        Problem = ImportFinding.Error(null, ImportProblemCode.CellTooLong, Number(row + 1));
        return false;
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
    private CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = MaxRowBytes,
        BufferSize = BufferSize,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = malformed =>
        {
            _quotesBroken = true;
            _quoteStaysOpen |= malformed.Reason == CsvMalformedReason.UnterminatedQuote;
        },
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
