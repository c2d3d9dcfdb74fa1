using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace Onboarding.Portal.Reports;

/// <summary>
/// The stylesheets of a report as one text with the fonts inside it, for a browser that is kept off the network. The
/// same files serve the printable page. The variable font of the pages is left out: what is printed has fonts of its own.
/// </summary>
/// <param name="files">Where the files are.</param>
internal sealed partial class ReportStyles(IFileProvider files)
{
    /// <summary>The files, in their order.</summary>
    public static readonly IReadOnlyList<string> Files = [Tokens, "report.css"];

    private const string Tokens = "tokens.css";

    private readonly Lazy<string> _inline = new(() => string.Concat(Files.Select(file => Inline(files, file))));

    /// <summary>All of it, ready for a style element.</summary>
    public string InlineText => _inline.Value;

    private static string Inline(IFileProvider files, string name)
    {
        string text = System.Text.Encoding.UTF8.GetString(Read(files, name));
        return FontAddress().Replace(
            string.Equals(name, Tokens, StringComparison.Ordinal) ? FontFace().Replace(text, "") : text,
            address => $"url(\"data:font/woff2;base64,{Convert.ToBase64String(Read(files, address.Groups["path"].Value))}\")");
    }

    private static byte[] Read(IFileProvider files, string name)
    {
        using Stream source = files.GetFileInfo(name).CreateReadStream();
        using MemoryStream content = new();
        source.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontFace();

    [GeneratedRegex("""url\("(?<path>fonts/[^"]+)"\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontAddress();
}
