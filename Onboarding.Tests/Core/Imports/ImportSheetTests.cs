using System.Text;
using Onboarding.Core.Imports;

namespace Onboarding.Tests.Core.Imports;

/// <summary>The files that people download and open in a spreadsheet.</summary>
public sealed class ImportSheetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+62812")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public async Task What_a_spreadsheet_would_run_is_written_as_text(string cell)
    {
        var lines = await WriteAsync(';', sheet => sheet.WriteAsync([cell, "biasa"], Token));

        lines.ShouldBe($"\"'{cell}\";biasa\r\n");
    }

    [Fact]
    public async Task Separators_quotes_and_line_breaks_stay_in_their_cell() =>
        (await WriteAsync(',', sheet => sheet.WriteAsync(["a,b", "c\"d", "e\nf", "g;h"], Token))).ShouldBe("\"a,b\",\"c\"\"d\",\"e\nf\",g;h\r\n");

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public async Task The_template_is_a_file_whose_every_column_the_reader_knows(char separator)
    {
        using var file = new MemoryStream();
        await using (var sheet = new ImportSheet(file, separator))
        {
            await sheet.WriteTemplateAsync(Token);
        }

        file.ToArray().AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        file.Position = 0;
        var reader = new ImportFileReader(file, 1);
        await foreach (var unused in reader.RowsAsync(Token))
        {
            unused.ShouldBeNull();
        }

        reader.Header!.Findings.ShouldBeEmpty();
        reader.Header.Count.ShouldBe(ImportColumns.All.Count);
        reader.Problem!.Code.ShouldBe(ImportFinding.CodeOf(ImportProblemCode.NoRows));
    }

    private static async Task<string> WriteAsync(char separator, Func<ImportSheet, Task> write)
    {
        using var file = new MemoryStream();
        await using (var sheet = new ImportSheet(file, separator))
        {
            await write(sheet);
        }

        return Encoding.UTF8.GetString(file.ToArray().AsSpan(Encoding.UTF8.Preamble.Length));
    }
}
