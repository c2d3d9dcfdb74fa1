using System.Text;
using Onboarding.Core.Imports;

namespace Onboarding.Tests.Core.Imports;

/// <summary>What comes as a file of registrations, and what the reader makes of it.</summary>
public sealed class ImportFileReaderTests
{
    private const string Heading = "nama_lengkap;nik;tempat_lahir;tanggal_lahir;jenis_kelamin;telepon;email;alamat;kode_wilayah;kode_pos;tanggal_persetujuan;versi_kebijakan";
    private const int MaxRows = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Files that are kept out, each with its reason.</summary>
    public static TheoryData<string, byte[], ImportProblemCode> Hostile => new()
    {
        { "nothing", [], ImportProblemCode.FileEmpty },
        { "a workbook", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], ImportProblemCode.FileIsNotText },
        { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], ImportProblemCode.FileIsNotText },
        { "a PDF", "%PDF-1.7"u8.ToArray(), ImportProblemCode.FileIsNotText },
        { "UTF-16 with its mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Heading)], ImportProblemCode.EncodingUtf16 },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes(Heading), ImportProblemCode.EncodingUtf16 },
        { "big-endian UTF-16", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Heading)], ImportProblemCode.EncodingUtf16 },
        { "Latin-1", [.. Utf8.GetBytes(Heading + "\nJos"), 0xE9, .. ";1\n"u8], ImportProblemCode.EncodingNotUtf8 },
        { "spaces", "   \n"u8.ToArray(), ImportProblemCode.HeaderMissing },
        { "data without a heading", Utf8.GetBytes("Budi;3171031708909901;Jakarta\n"), ImportProblemCode.HeaderMissing },
        { "a heading alone", Utf8.GetBytes(Heading + "\r\n\r\n"), ImportProblemCode.NoRows },
        { "a quotation mark that never closes", Utf8.GetBytes(Heading + "\n\"Budi;1\nAni;2\n"), ImportProblemCode.CellTooLong },
        { "a cell of 10 MB", [.. Utf8.GetBytes(Heading + "\n\""), .. new byte[10 * 1024 * 1024].Select(_ => (byte)'x'), .. "\";1\n"u8], ImportProblemCode.CellTooLong },
        { "a line of ten million separators", [.. Utf8.GetBytes(Heading + "\n"), .. new byte[10_000_000].Select(_ => (byte)';')], ImportProblemCode.CellTooLong },
        { "more rows than allowed", Utf8.GetBytes(Heading + "\n" + string.Concat(Enumerable.Repeat("Budi;1\n", MaxRows + 1))), ImportProblemCode.TooManyRows },
    };

    // Ten megabytes of arguments are not handed to whoever lists the tests.
    [Theory, MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_cannot_be_read_says_why(string kind, byte[] file, ImportProblemCode expected)
    {
        var (reader, _) = await ReadAsync(file);

        var codes = (reader.Header?.Findings ?? []).Append(reader.Problem).OfType<ImportFinding>().Where(finding => finding.IsError).Select(finding => finding.Code);
        codes.ShouldContain(ImportFinding.CodeOf(expected), kind);
    }

    [Theory]
    [InlineData(";", "\n", false)]
    [InlineData(";", "\r\n", true)]
    [InlineData(",", "\r\n", false)]
    [InlineData(",", "\n", true)]
    [InlineData("\t", "\r\n", true)]
    public async Task Separators_line_ends_and_the_byte_order_mark_are_found(string separator, string lineEnd, bool withMark)
    {
        var text = string.Join(lineEnd, Heading.Replace(";", separator, StringComparison.Ordinal), $"\"Budi{separator} Santoso\"{separator}1");

        var (_, rows) = await ReadAsync([.. withMark ? Encoding.UTF8.Preamble : [], .. Utf8.GetBytes(text)]);

        rows.ShouldHaveSingleItem().Cells.ShouldBe([$"Budi{separator} Santoso", "1"]);
    }

    [Fact]
    public async Task Rows_are_numbered_as_a_spreadsheet_does_and_empty_ones_are_passed_over()
    {
        var (_, rows) = await ReadAsync(Utf8.GetBytes($"sep=;\r\n{Heading}\r\n\r\n;;;\r\n\"Jl. Satu\r\nNo. 2\";1\r\nAni;2"));

        rows.Select(row => row.Row).ShouldBe([4, 5]);
        rows[0].Cells[0].ShouldBe("Jl. Satu\r\nNo. 2");
    }

    [Fact]
    public async Task Doubled_quotes_formulas_and_spaces_stay_as_given()
    {
        var (_, rows) = await ReadAsync(Utf8.GetBytes($"{Heading}\n\"PT \"\"Maju\"\"\";=1+1; spasi ;@x;-y;+z\n"));

        rows.ShouldHaveSingleItem().Cells.ShouldBe(["PT \"Maju\"", "=1+1", " spasi ", "@x", "-y", "+z"]);
        rows[0].QuotesBroken.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Budi \"Bud\" S;1")]
    [InlineData("\"Budi\" S;1")]
    public async Task A_row_with_stray_quotes_is_marked_and_the_next_one_is_not(string row)
    {
        var (_, rows) = await ReadAsync(Utf8.GetBytes($"{Heading}\n{row}\nAni;2\n"));

        rows.Select(record => record.QuotesBroken).ShouldBe([true, false]);
    }

    [Fact]
    public void Headings_are_found_in_both_languages_however_they_are_written()
    {
        foreach (var heading in new[] { "nama_lengkap", "Nama Lengkap", " NAMA-LENGKAP ", "full_name", "Full Name" })
        {
            ImportColumns.Find(heading)!.Name.ShouldBe("nama_lengkap");
        }

        ImportColumns.Find("nama").ShouldBeNull();
    }

    [Fact]
    public void Missing_doubled_and_unknown_columns_are_named()
    {
        var header = ImportHeader.Read(["nama_lengkap", "nik", "NIK", "warna", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "telepon", "alamat", "kode_wilayah", "kode_pos", "tanggal_persetujuan", "", ""]);

        header.Count.ShouldBe(12);
        header.IsBlocked.ShouldBeTrue();
        Named(header, ImportProblemCode.ColumnDuplicate).ShouldBe(["nik"]);
        Named(header, ImportProblemCode.ColumnMissing).ShouldBe(["versi_kebijakan", "email"], ignoreOrder: true);
        Named(header, ImportProblemCode.ColumnUnknown).ShouldBe(["warna"]);
    }

    [Fact]
    public void A_file_of_businesses_needs_no_columns_of_persons()
    {
        string[] needed = [.. ImportColumns.All.Where(column => column.Demand is ColumnDemand.Always or ColumnDemand.Businesses).Select(column => column.Alias)];

        ImportHeader.Read(needed).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_heading_is_not_repeated() =>
        ImportHeader.Read(["Budi Santoso", "3171031708909901"]).Findings.ShouldHaveSingleItem().Arguments.ShouldBeEmpty();

    private static string[] Named(ImportHeader header, ImportProblemCode code) =>
        [.. header.Findings.Where(finding => finding.Code == ImportFinding.CodeOf(code)).Select(finding => finding.Arguments[0])];

    private static async Task<(ImportFileReader Reader, List<ImportRecord> Rows)> ReadAsync(byte[] file)
    {
        using var content = new MemoryStream(file);
        var reader = new ImportFileReader(content, MaxRows);
        var rows = new List<ImportRecord>();
        await foreach (var row in reader.RowsAsync(Token))
        {
            rows.Add(row);
        }

        return (reader, rows);
    }
}
