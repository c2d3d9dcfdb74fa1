using Onboarding.Core.Notifications;
using Onboarding.Core.Outbox;
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
/// <param name="post">Sends it.</param>
internal sealed class NoticeMail(NoticeDigestReader reader, MailLinks links, MailPost post)
{
    /// <summary>Sends the mail of a message, unless nothing is left to tell.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation) =>
        await reader.FactsAsync(message, cancellation) is { } facts
            ? await post.SendAsync(message, facts.Address, facts.Language, () => Content(facts), cancellation)
            : new NotNeeded();

    private MailContent Content(NoticeDigestFacts facts) =>
        new(
            facts.Lines is [var only] && facts.More == 0
                ? MailText.NoticeSubjectOne.With(only.Number, NoticeWords.Of(only))
                : (facts.IsDaily ? MailText.NoticeSubjectDaily : MailText.NoticeSubjectMany).With(facts.Lines.Count + facts.More),
            MailText.NoticeGreeting,
            [facts.IsDaily ? MailText.NoticeBodyDaily : MailText.NoticeBody])
        {
            Steps = [.. facts.Lines.Select(line => $"{line.Number} · {NoticeWords.Of(line)} · {post.At(line.At)}")],
            After = facts.More > 0 ? [MailText.NoticeMore.With(facts.More)] : [],
            Link = (MailText.NoticeLink, links.Notices()),
            Closing = [MailText.NoticeClosing, MailText.ClosingAutomatic],
        };
}
