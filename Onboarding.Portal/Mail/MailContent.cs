using System.Globalization;
using System.Net;
using System.Text;
using Onboarding.Portal.Features;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>What a mail says, before it becomes plain text and HTML.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Greeting">The first line.</param>
/// <param name="Paragraphs">The text.</param>
internal sealed record MailContent(string Subject, string Greeting, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Text that an administrator wrote, Markdown with every placeholder filled; it stands for everything but the last lines. Null for the portal's own words.</summary>
    public (string Plain, string Markdown)? Written { get; init; }

    /// <summary>Words that are not ours, such as a question or a reason, set apart.</summary>
    public string? Quote { get; init; }

    /// <summary>The title of the steps.</summary>
    public string? StepsTitle { get; init; }

    /// <summary>Steps, numbered.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>What is said after the steps.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The one link, and what it leads to.</summary>
    public (string Label, string Address)? Link { get; init; }

    /// <summary>The last lines.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>The mail as plain text.</summary>
    public string ToText()
    {
        StringBuilder text = new();
        if (Written is { } written)
        {
            Block(text, Plain(written.Plain));
            return text.AppendJoin('\n', Closing).ToString();
        }

        Block(text, Plain(Greeting));
        foreach (string paragraph in Paragraphs)
        {
            Block(text, Plain(paragraph));
        }

        if (Quote is not null)
        {
            Block(text, string.Join('\n', Plain(Quote).ReplaceLineEndings("\n").Split('\n').Select(line => "  " + line)));
        }

        if (Steps.Count > 0)
        {
            string[] steps = [.. Steps.Select((step, index) => $"{index + 1}. {Plain(step).ReplaceLineEndings("\n   ")}")];
            Block(text, string.Join('\n', StepsTitle is null ? steps : [StepsTitle, .. steps]));
        }

        foreach (string paragraph in After)
        {
            Block(text, Plain(paragraph));
        }

        if (Link is { } link)
        {
            Block(text, $"{link.Label}:\n{link.Address}");
        }

        return text.AppendJoin('\n', Closing).ToString();
    }

    /// <summary>The mail as HTML: no pictures, no scripts, nothing loaded from elsewhere.</summary>
    public string ToHtml(string language)
    {
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{Safe(Subject)}</title></head>")
            .Append("<body style=\"margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1f2937;background:#ffffff\"><main style=\"max-width:36rem;margin:0 auto\">");
        if (Written is { } written)
        {
            html.Append(SafeMarkdown.ToHtml(Plain(written.Markdown)).Value);
            return Close(html);
        }

        html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(Greeting)}</p>");
        foreach (string paragraph in Paragraphs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(paragraph)}</p>");
        }

        if (Quote is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<blockquote style=\"margin:16px 0;padding:8px 16px;border-left:4px solid #0f766e;white-space:pre-line\">{Safe(Quote)}</blockquote>");
        }

        if (Steps.Count > 0)
        {
            html.Append(StepsTitle is null ? "" : $"<h2 style=\"font-size:18px\">{Safe(StepsTitle)}</h2>")
                .Append("<ol>").AppendJoin("", Steps.Select(step => $"<li style=\"margin-bottom:8px;white-space:pre-line\">{Safe(step)}</li>")).Append("</ol>");
        }

        foreach (string paragraph in After)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(paragraph)}</p>");
        }

        if (Link is { } link)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Safe(link.Address)}\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5f63;color:#ffffff;font-weight:600;text-decoration:none\">{Safe(link.Label)}</a></p>");
        }

        return Close(html);
    }

    private string Close(StringBuilder html) =>
        html.Append("<p style=\"color:#4b5563\">").AppendJoin("<br>", Closing.Select(Safe)).Append("</p></main></body></html>").ToString();

    private static void Block(StringBuilder text, string block) => text.Append(block).Append("\n\n");

    // What people typed may turn the direction of everything after it; in a mail nothing else keeps it apart.
    private static string Plain(string text) => Bidirectional.Strip(text);

    private static string Safe(string text) => WebUtility.HtmlEncode(Plain(text));
}
