using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Onboarding.Portal.Features;

/// <summary>
/// Markdown that somebody wrote into a setting, as HTML that can do nothing: tags are shown as text, pictures are left out, and
/// a link leads to a page, a mail or a telephone or nowhere.
/// </summary>
public static class SafeMarkdown
{
    private const int HighestHeading = 6;
    private const int FirstHeading = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto, "tel"];

    /// <summary>The HTML.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="headingLevel">The level of its <c>##</c> headings on the page.</param>
    public static MarkupString ToHtml(string text, int headingLevel = FirstHeading)
    {
        MarkdownDocument document = Markdown.Parse(text, Pipeline);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Clamp(heading.Level + headingLevel - FirstHeading, FirstHeading, HighestHeading);
        }

        foreach (LinkInline link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage)
            {
                link.Remove();
            }
            else if (!MayLeadTo(link.Url))
            {
                link.Url = string.Empty;
            }
        }

        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MayLeadTo(link.Url)))
        {
            link.Url = string.Empty;
        }

        return (MarkupString)document.ToHtml(Pipeline);
    }

    /// <summary>Questions and answers: each <c>##</c> heading is a question, what follows it the answer.</summary>
    public static IReadOnlyList<(string Question, MarkupString Answer)> Questions(string text)
    {
        List<(string Question, MarkupString Answer)> all = [];
        foreach (string part in text.ReplaceLineEndings("\n").Split("\n## ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] lines = part.TrimStart('#', ' ', '\n').Split('\n', 2);
            all.Add((lines[0].Trim(), ToHtml(lines.Length == 2 ? lines[1] : string.Empty)));
        }

        return [.. all.Where(entry => entry.Question.Length > 0)];
    }

    // An address of this portal has no scheme; anything else has one that is known.
    private static bool MayLeadTo(string? url) => url is not null
        && ((url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
            || (Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && Schemes.Contains(address.Scheme, StringComparer.OrdinalIgnoreCase)));
}
