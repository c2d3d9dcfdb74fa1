using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Onboarding.Tests.Support.Files;

/// <summary>PDF files made from nothing, with a right cross-reference table, and with whatever a test wants inside.</summary>
public static class PdfFile
{
    /// <summary>A document of blank pages.</summary>
    /// <param name="pages">How many.</param>
    public static byte[] Plain(int pages = 1) => With("", [], pages);

    /// <summary>A document with further entries of its catalogue and further objects, which are numbered from 10.</summary>
    /// <param name="catalog">Entries such as <c>/OpenAction 10 0 R</c>.</param>
    /// <param name="objects">Bodies of objects.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="page">Further entries of each page.</param>
    public static byte[] With(string catalog, string[] objects, int pages = 1, string page = "")
    {
        var firstPage = 10 + objects.Length;
        var kids = string.Join(' ', Enumerable.Range(firstPage, pages).Select(number => $"{number} 0 R"));
        List<(int Number, byte[] Body)> all =
        [
            (1, Text($"<< /Type /Catalog /Pages 2 0 R {catalog} >>")),
            (2, Text($"<< /Type /Pages /Kids [{kids}] /Count {pages} >>")),
            .. objects.Select((body, index) => (10 + index, Text(body))),
            .. Enumerable.Range(firstPage, pages).Select(number => (number, Text($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} >>"))),
        ];
        return Write(all);
    }

    /// <summary>A document whose page draws from a stream that is packed.</summary>
    /// <param name="content">The stream, unpacked.</param>
    public static byte[] Drawing(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(content);
        }

        return Write(
        [
            (1, Text("<< /Type /Catalog /Pages 2 0 R >>")),
            (2, Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")),
            (3, Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>")),
            (4, [.. Text($"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8]),
        ]);
    }

    private static byte[] Write(List<(int Number, byte[] Body)> objects)
    {
        using var file = new MemoryStream();
        var places = new SortedDictionary<int, long>();
        file.Write("%PDF-1.7\n%\u00e2\u00e3\n"u8);
        foreach (var (number, body) in objects)
        {
            places[number] = file.Length;
            file.Write(Text($"{number} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Length;
        var size = places.Keys.Max() + 1;
        file.Write(Text($"xref\n0 {size}\n"));
        for (var number = 0; number < size; number++)
        {
            file.Write(Text(places.TryGetValue(number, out var place)
                ? string.Create(CultureInfo.InvariantCulture, $"{place:d10} 00000 n \n")
                : "0000000000 65535 f \n"));
        }

        file.Write(Text($"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
