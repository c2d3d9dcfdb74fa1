using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Mail;

/// <summary>Sends the mail of a message that belongs to no case, in the language of who gets it, and says what came of it.</summary>
/// <param name="sender">Sends it.</param>
/// <param name="hours">The office's zone, in which times are written.</param>
/// <param name="clock">Clock.</param>
internal sealed class MailPost(IMailSender sender, WorkingHours hours, TimeProvider clock)
{
    /// <summary>An instant as mails write it, in the office's zone.</summary>
    public static string Written(DateTimeOffset instant, IndonesianTimeZone zone) =>
        $"{instant.ToOffset(zone.Offset()).ToString("dd/MM/yyyy HH.mm", CultureInfo.InvariantCulture)} {zone.Abbreviation()}";

    /// <summary>The same in the zone of the office.</summary>
    public string At(DateTimeOffset instant) => Written(instant, hours.Zone);

    /// <summary>Sends a mail.</summary>
    /// <param name="message">Of which message; its id keeps it from being sent twice.</param>
    /// <param name="address">To whom.</param>
    /// <param name="reader">The language of that person.</param>
    /// <param name="write">Writes it, in that language.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<DeliveryOutcome> SendAsync(
        LeasedMessage message, string address, Language reader, Func<MailContent> write, CancellationToken cancellation)
    {
        string language = Languages.Of(reader);
        MailContent content = Languages.In(language, write);
        try
        {
            await sender.SendAsync(
                new OutgoingMail(message.Id, clock.GetUtcNow(), [address], content.Subject, content.ToText(), content.ToHtml(language)), cancellation);
            return new Delivered();
        }
        catch (MailNotSentException failure) when (failure.IsPermanent)
        {
            return new DeliveryRefused(failure.Code);
        }
        catch (MailNotSentException failure)
        {
            return new DeliveryFailed(failure.Code);
        }
    }
}
