using System.Globalization;
using Onboarding.Core.Notifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Portal.Features.Notices;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Mail;

/// <summary>
/// Mails a member of staff what they were told of in the portal and have not read: kinds and numbers, nothing of an applicant. What was read
/// meanwhile is left out; when that was everything, nothing is sent.
/// </summary>
/// <param name="reader">Reads the notices.</param>
/// <param name="links">The address of the list.</param>
/// <param name="sender">Sends it.</param>
/// <param name="hours">The office's zone, in which times are written.</param>
/// <param name="clock">Clock.</param>
internal sealed class NoticeMail(NoticeDigestReader reader, MailLinks links, IMailSender sender, WorkingHours hours, TimeProvider clock)
{
    /// <summary>Sends the mail of a message, unless nothing is left to tell.</summary>
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

    private MailContent Content(NoticeDigestFacts facts) =>
        new(
            facts.Lines is [var only] && facts.More == 0
                ? MailText.NoticeSubjectOne.With(only.Number, NoticeWords.Of(only))
                : (facts.IsDaily ? MailText.NoticeSubjectDaily : MailText.NoticeSubjectMany).With(facts.Lines.Count + facts.More),
            MailText.NoticeGreeting,
            [facts.IsDaily ? MailText.NoticeBodyDaily : MailText.NoticeBody])
        {
            Steps = [.. facts.Lines.Select(line => $"{line.Number} · {NoticeWords.Of(line)} · {At(line.At)}")],
            After = facts.More > 0 ? [MailText.NoticeMore.With(facts.More)] : [],
            Link = (MailText.NoticeLink, links.Notices()),
            Closing = [MailText.NoticeClosing, MailText.ClosingAutomatic],
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
