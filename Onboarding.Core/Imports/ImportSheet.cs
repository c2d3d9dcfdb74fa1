using CsvHelper;

namespace Onboarding.Core.Imports;

/// <summary>
/// Writes a CSV that a spreadsheet opens as it is: UTF-8 with its mark, and whatever looks like a formula as text. Streamed.
/// </summary>
public sealed class ImportSheet : IAsyncDisposable
{
    private readonly CsvWriter _writer;

    /// <summary>Begins a sheet.</summary>
    /// <param name="target">Where it goes; it stays open.</param>
    /// <param name="separator">The sign between cells: a semicolon where the spreadsheet writes decimals with a comma, as in Indonesia.</param>
    public ImportSheet(Stream target, char separator) => _writer = CsvWriter.Create(
        target, new CsvWriterOptions { Separator = separator, Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true);

    /// <summary>Writes the heading of an import file, with every column that there is.</summary>
    public Task WriteTemplateAsync(CancellationToken cancellationToken) =>
        WriteAsync([.. ImportColumns.All.Select(column => column.Name)], cancellationToken);

    /// <summary>Writes one row.</summary>
    public async Task WriteAsync(string[] cells, CancellationToken cancellationToken) => await _writer.WriteRecordAsync(cells, cancellationToken);

    /// <summary>Writes what is left.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
