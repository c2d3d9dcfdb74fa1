using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace Onboarding.Portal.Reports;

/// <summary>
/// The stylesheets of a report as one text with the fonts inside it, for a browser that is kept off the network. The
/// same files serve the printable page.
/// </summary>
/// <param name="files">Where the files are.</param>
internal sealed partial class ReportStyles(IFileProvider files)
{
    /// <summary>The files, in their order.</summary>
    public static readonly IReadOnlyList<string> Files = ["tokens.css", "report.css"];

    private readonly Lazy<string> _inline = new(() => string.Concat(Files.Select(file => Inline(files, file))));

    /// <summary>All of it, ready for a style element.</summary>
    public string InlineText => _inline.Value;

    private static string Inline(IFileProvider files, string name) =>
        FontAddress().Replace(
            System.Text.Encoding.UTF8.GetString(Read(files, name)),
            address => $"url(\"data:font/woff2;base64,{Convert.ToBase64String(Read(files, address.Groups["path"].Value))}\")");

    private static byte[] Read(IFileProvider files, string name)
    {
        using Stream source = files.GetFileInfo(name).CreateReadStream();
        using MemoryStream content = new();
        source.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex("""url\("(?<path>fonts/[^"]+)"\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontAddress();
}
