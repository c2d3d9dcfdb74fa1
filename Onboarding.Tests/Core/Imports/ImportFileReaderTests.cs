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
        rows[0].Stray.ShouldBeNull();
    }

    [Theory]
    [InlineData("Budi \"Bud\" S;1")]
    [InlineData("\"Budi\" S;1")]
    public async Task A_row_with_stray_quotes_is_marked_and_the_next_one_is_not(string row)
    {
        var (_, rows) = await ReadAsync(Utf8.GetBytes($"{Heading}\n{row}\nAni;2\n"));

        rows.Select(record => record.Stray).ShouldBe([new StrayQuote(2, 0, StaysOpen: false), null]);
    }

    [Theory]
    [InlineData("the file ends first", "\"Budi;1", 3)]
    [InlineData("it opens a later cell", "Budi;1;\"Jakarta", 3)]
    [InlineData("a later row has a quoted cell", "\"Budi;1\n\"Ani\";2\n\"Citra\";3", 5)]
    [InlineData("a later row opens one as well", "\"Budi;1\n\"Dedi;4", 4)]
    [InlineData("a later row closes it by chance", "\"Budi;1;2;3;4;5;6;7;8;9;10;11\nDedi;1;2;3;4;5;6;7;8;9;10;\"11", 4)]
    [InlineData("a cell before it goes over two lines", "\"Jl. Satu\nNo. 2\";\"1", 3)]
    public async Task A_quotation_mark_that_never_closes_is_told_and_the_rows_behind_it_are_read(string why, string rows, int last)
    {
        var (reader, read) = await ReadAsync(Utf8.GetBytes($"{Heading}\n{rows}\nAni;2\n"));

        reader.Problem.ShouldBeNull(why);
        read[0].Stray.ShouldNotBeNull(why).StaysOpen.ShouldBeTrue(why);
        (read[^1].Row, read[^1].Stray).ShouldBe((last, null), why);
        read[^1].Cells.ShouldBe(["Ani", "2"], why);
    }

    [Fact]
    public async Task Each_stray_quote_is_told_with_its_line_and_its_cell()
    {
        var (_, rows) = await ReadAsync(Utf8.GetBytes($"{Heading}\nAni;\"1\"\n\"Jl. A\nNo. 1\";2\nBudi;\"3\nCitra;4\nDedi;\"5\n"));

        rows.Select(row => (row.Row, row.Stray?.Line, row.Stray?.Cell)).ShouldBe([(2, null, null), (3, null, null), (4, 5, 1), (5, null, null), (6, 7, 1)]);
    }

    [Fact]
    public async Task The_line_of_a_stray_quote_is_the_one_that_an_editor_shows()
    {
        var (_, rows) = await ReadAsync(Utf8.GetBytes($"sep=;\n{Heading}\n\"Budi;1\nAni;2\n"));

        rows.Select(row => (row.Row, row.Stray?.Line)).ShouldBe([(2, 3), (3, null)]);
    }

    [Fact]
    public async Task An_address_over_several_lines_with_separators_stays_one_cell()
    {
        var address = string.Join("\r\n", Enumerable.Repeat("Jl. Satu; RT 1; RW 2; Menteng", 5));

        var (_, rows) = await ReadAsync(Utf8.GetBytes($"{Heading}\r\n\"{address}\";1\r\nAni;2"));

        rows.Select(row => row.Row).ShouldBe([2, 3]);
        rows[0].Cells.ShouldBe([address, "1"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task How_the_text_arrives_makes_no_difference(int atOnce)
    {
        string text = $"{Heading}\r\nAni;\"1\"\r\r\n\"Jl. A\r\nNo. 1\";2\rBudi;\"3\n\nCitra;4\r\n";
        using var whole = new QuoteGuard(new StringReader(text), ';');
        using var bits = new QuoteGuard(new SlowReader(text, atOnce), ';');

        (await AllAsync(bits)).ShouldBe(await AllAsync(whole));
    }

    [Fact]
    public async Task What_was_read_before_a_damaged_letter_stays_read()
    {
        var many = string.Concat(Enumerable.Repeat("Budi;1\n", 20_000));
        using var content = new MemoryStream([.. Utf8.GetBytes($"{Heading}\n{many}"), 0xE9, .. "\nAni;2\n"u8]);
        var reader = new ImportFileReader(content, int.MaxValue);
        var count = await reader.RowsAsync(Token).CountAsync(Token);

        count.ShouldBe(20_000);
        reader.Problem.ShouldNotBeNull().Code.ShouldBe(ImportFinding.CodeOf(ImportProblemCode.EncodingNotUtf8));
        reader.Problem.Arguments.ShouldBe(["20002"]);
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

    private static async Task<string> AllAsync(QuoteGuard guard)
    {
        var all = new StringBuilder();
        var buffer = new char[16];
        while (await guard.ReadAsync(buffer, Token) is var count and > 0)
        {
            all.Append(buffer, 0, count);
        }

        return all.ToString();
    }

    private sealed class SlowReader(string text, int atOnce) : StringReader(text)
    {
        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(atOnce, buffer.Length)], cancellationToken);
    }
}
