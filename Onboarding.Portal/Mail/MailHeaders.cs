using System.Net.Mail;

namespace Onboarding.Portal.Mail;

/// <summary>Headers that both ways of sending have in common.</summary>
internal static class MailHeaders
{
    /// <summary>The same for every attempt to send the same message.</summary>
    public static string MessageId(OutgoingMail mail, MailSettings settings) => $"<{mail.Id:N}@{new MailAddress(settings.From).Host}>";
}
