using System.Globalization;
using System.Text;

namespace Onboarding.Portal.Mail;

/// <summary>A mail as it is read back from the mail folder.</summary>
/// <param name="To">The recipients.</param>
/// <param name="Subject">The subject.</param>
/// <param name="SentAt">Its date (UTC).</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML.</param>
public sealed record ReadMail(string To, string Subject, DateTimeOffset SentAt, string Text, string Html);

/// <summary>Writes mails as MIME text (RFC 5322, RFC 2045 to 2047), and reads back what it wrote itself.</summary>
internal static class MimeText
{
    private const string DateFormat = "ddd, dd MMM yyyy HH:mm:ss +0000";
    private const string WordStart = "=?utf-8?B?";
    private const string WordEnd = "?=";
    private const int LineLength = 76;

    /// <summary>The mail as multipart/alternative, every part in base64.</summary>
    public static string Write(OutgoingMail mail, MailSettings settings)
    {
        string boundary = $"part-{mail.Id:N}";
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Message-ID: {MailHeaders.MessageId(mail, settings)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {mail.CreatedAt.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"From: {Word(settings.FromName)} <{settings.From}>\r\n")
            .Append(CultureInfo.InvariantCulture, $"To: {string.Join(", ", mail.To.Select(OneLine))}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: {Word(mail.Subject)}\r\n")
            .Append("Auto-Submitted: auto-generated\r\n")
            .Append("MIME-Version: 1.0\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n")
            .Append(Part(boundary, "text/plain", mail.Text))
            .Append(Part(boundary, "text/html", mail.Html))
            .Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n")
            .ToString();
    }

    /// <summary>The mail again, or null when the file is not one of ours.</summary>
    public static ReadMail? Read(string file)
    {
        string[] blocks = file.Split("\r\n\r\n");
        if (blocks.Length < 6)
        {
            return null;
        }

        Dictionary<string, string> headers = blocks[0].Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return DateTimeOffset.TryParseExact(headers.GetValueOrDefault("Date"), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? new ReadMail(headers.GetValueOrDefault("To", ""), Unword(headers.GetValueOrDefault("Subject", "")), at, Text(blocks[2]), Text(blocks[4]))
            : null;
    }

    private static string Part(string boundary, string type, string content) =>
        $"--{boundary}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Wrapped(content)}\r\n\r\n";

    private static string Wrapped(string content) =>
        string.Join("\r\n", Convert.ToBase64String(Encoding.UTF8.GetBytes(content)).Chunk(LineLength).Select(line => new string(line)));

    private static string Word(string text) => WordStart + Convert.ToBase64String(Encoding.UTF8.GetBytes(OneLine(text))) + WordEnd;

    private static string Unword(string word) =>
        word.StartsWith(WordStart, StringComparison.Ordinal) && word.EndsWith(WordEnd, StringComparison.Ordinal)
            ? Text(word[WordStart.Length..^WordEnd.Length])
            : word;

    // A line break in a header would let its author write further headers.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
