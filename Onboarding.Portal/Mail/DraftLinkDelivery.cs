using System.Globalization;
using Onboarding.Core.Outbox;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Time;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Mail;

/// <summary>
/// Mails the link of a form that was only begun. It goes to an address that nobody has verified yet, so it says nothing of what
/// was typed: no name, no product, no number.
/// </summary>
/// <param name="reader">Reads the link.</param>
/// <param name="links">The address of the form.</param>
/// <param name="sender">Sends it.</param>
/// <param name="hours">The office's zone, in which deadlines are written.</param>
/// <param name="clock">Clock.</param>
internal sealed class DraftLinkDelivery(MailedDraftLinkReader reader, MailLinks links, IMailSender sender, WorkingHours hours, TimeProvider clock)
{
    /// <summary>Sends the mail of a message, unless the link leads nowhere any more.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation)
    {
        if (await reader.FactsAsync(message, cancellation) is not { } facts)
        {
            return new NotNeeded();
        }

        string language = Languages.Of(facts.Language);
        MailContent content = In(language, () => Content(facts));
        try
        {
            await sender.SendAsync(
                new OutgoingMail(message.Id, clock.GetUtcNow(), [facts.Address], content.Subject, content.ToText(), content.ToHtml(language)), cancellation);
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

    private MailContent Content(DraftLinkFacts facts) =>
        new(MailText.DraftLinkSubject, MailText.DraftLinkGreeting, [MailText.DraftLinkBody])
        {
            Link = (MailText.DraftLinkLink, links.Draft(facts.Token, facts.Language)),
            Closing = [MailText.DraftLinkUntil.With(At(facts.ExpiresAt)), MailText.DraftLinkKeep, MailText.DraftLinkNotYou, MailText.ClosingAutomatic],
        };

    private string At(DateTimeOffset instant) =>
        $"{instant.ToOffset(hours.Zone.Offset()).ToString("dd/MM/yyyy HH.mm", CultureInfo.InvariantCulture)} {hours.Zone.Abbreviation()}";

    private static T In<T>(string language, Func<T> write)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
