using System.Text;
using System.Text.RegularExpressions;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>Writes a mail from what an administrator wrote for it. Words of the applicant stay words: they can neither format nor link anything.</summary>
internal static partial class TemplateMail
{
    private const char Escape = '\\';

    /// <summary>The mail. Its last lines stay the portal's own: the case number, until when, and that it was sent automatically.</summary>
    /// <param name="template">The template.</param>
    /// <param name="facts">The case.</param>
    /// <param name="own">The mail in the portal's own words.</param>
    /// <param name="answerBy">Until when the applicant has to answer, in the office's zone; empty when nothing is asked.</param>
    /// <param name="link">The link of a placeholder.</param>
    public static MailContent Write(
        TemplateContent template, MessageFacts facts, MailContent own, string answerBy, Func<string, (string Label, string Address)> link)
    {
        string Value(string name, bool isMarkdown) => name == Placeholders.AnswerBy
            ? Written(answerBy, isMarkdown)
            : ValueOf(name, facts, own, text => Written(text, isMarkdown));
        string subject = Placeholders.Fill(template.SubjectLine, (name, _) => Value(name, isMarkdown: false)).ReplaceLineEndings(" ");
        string markdown = Placeholders.Fill(template.Body, (name, before) => Placeholders.IsLink(name) ? LinkAfter(before, link(name)) : Value(name, isMarkdown: true));
        string plain = Placeholders.Fill(LinkForm().Replace(template.Body, "${label}: ${address}"), (name, _) => Placeholders.IsLink(name) ? link(name).Address : Value(name, isMarkdown: false));
        return new MailContent(subject, "", []) { Written = (plain.ReplaceLineEndings("\n"), markdown), Closing = own.Closing };
    }

    /// <summary>The portal's own words as a template to begin with.</summary>
    /// <param name="kind">Which mail.</param>
    /// <param name="own">The mail, composed of facts whose values are their placeholders.</param>
    public static TemplateContent Standard(OutboxKind kind, MailContent own)
    {
        List<string> blocks = [own.Greeting, .. own.Paragraphs];
        if (own.Quote is not null)
        {
            blocks.Add($"> {Placeholders.Written(kind == OutboxKind.MailObjectionAnswered ? Placeholders.Answer : Placeholders.Reason)}");
        }

        if (own.Steps.Count > 0)
        {
            blocks.Add(own.StepsTitle is null ? "" : $"## {own.StepsTitle}");
            blocks.Add(Placeholders.Written(kind == OutboxKind.MailActivated ? Placeholders.Guide : Placeholders.Questions));
        }

        blocks.AddRange(own.After);
        if (own.Link is { } link)
        {
            blocks.Add($"[{link.Label}]({Placeholders.Written(LinkOf(kind))})");
        }

        return new TemplateContent(own.Subject, string.Join("\n\n", blocks.Where(block => block.Length > 0)));
    }

    private static string Written(string text, bool isMarkdown) => isMarkdown ? Escaped(text) : text;

    private static string ValueOf(string name, MessageFacts facts, MailContent own, Func<string, string> write) => name switch
    {
        Placeholders.Name => write(facts.Name),
        Placeholders.Product => write(facts.Product.Name),
        Placeholders.CaseNumber => write(facts.Number),
        Placeholders.CustomerNumber => write(facts.CustomerNumber ?? ""),
        Placeholders.ServiceNumber => write(facts.ServiceReference ?? ""),
        Placeholders.Category => write(facts.Rejection?.Category ?? ""),
        Placeholders.Reason or Placeholders.Answer => write(own.Quote ?? ""),
        Placeholders.Guide or Placeholders.Questions => List(own.Steps, write),
        _ => "",
    };

    private static string List(IReadOnlyList<string> steps, Func<string, string> write) =>
        string.Concat("\n\n", string.Join('\n', steps.Select((step, index) => $"{index + 1}. {write(step.ReplaceLineEndings(" "))}")), "\n\n");

    // Inside the parentheses of a link it is the address alone; anywhere else it has to become one.
    private static string LinkAfter(string before, (string Label, string Address) link) =>
        before.EndsWith('(') || before.EndsWith('<') ? link.Address : $"[{Escaped(link.Label)}]({link.Address})";

    private static string LinkOf(OutboxKind kind) => kind switch
    {
        OutboxKind.MailQuestion or OutboxKind.MailReminder => Placeholders.ReplyLink,
        OutboxKind.MailRejected => Placeholders.ObjectionLink,
        OutboxKind.MailFeedback => Placeholders.FeedbackLink,
        _ => Placeholders.StatusLink,
    };

    // Every punctuation mark of ASCII can be escaped in Markdown, so all of them are. A line break stays one.
    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (char letter in Bidirectional.Strip(text).ReplaceLineEndings("\n"))
        {
            bool isMark = char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter));
            if (isMark || letter == '\n')
            {
                escaped.Append(Escape);
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"\[(?<label>[^\]\r\n]*)\]\((?<address>[^)\r\n]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LinkForm();
}
