using System.Globalization;
using System.Net.Mail;

namespace Onboarding.Portal.Mail;

/// <summary>Headers that both ways of sending have in common.</summary>
internal static class MailHeaders
{
    // RFC 5322: the longest line.
    private const int LongestLine = 998;

    /// <summary>The same for every attempt of the same sending; one that a person asked for has its own, so that a mail that comes back can be told from it.</summary>
    public static string MessageId(OutgoingMail mail, MailSettings settings)
    {
        string sending = mail.Sending == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{mail.Sending}");
        return $"<{mail.Id:N}{sending}@{new MailAddress(settings.From).Host}>";
    }

    /// <summary>Which message, and which sending of it, has this Message-ID; null when it is none of ours.</summary>
    public static (Guid Id, int Sending)? Read(string? messageId)
    {
        if (messageId is not { Length: > 0 and <= LongestLine })
        {
            return null;
        }

        string[] parts = messageId.Trim().TrimStart('<').Split('@')[0].Split('.');
        int sending = 0;
        return Guid.TryParseExact(parts[0], "N", out Guid id)
            && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out sending)))
            ? (id, sending)
            : null;
    }
}
