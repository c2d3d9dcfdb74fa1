using Onboarding.Core.Outbox;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Mail;

/// <summary>
/// Mails the link of a form that was only begun. It goes to an address that nobody has verified yet, so it says nothing of what
/// was typed: no name, no product, no number.
/// </summary>
/// <param name="reader">Reads the link.</param>
/// <param name="links">The address of the form.</param>
/// <param name="post">Sends it.</param>
internal sealed class DraftLinkDelivery(MailedDraftLinkReader reader, MailLinks links, MailPost post)
{
    /// <summary>Sends the mail of a message, unless the link leads nowhere any more.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation) =>
        await reader.FactsAsync(message, cancellation) is { } facts
            ? await post.SendAsync(message, facts.Address, facts.Language, () => Content(facts), cancellation)
            : new NotNeeded();

    private MailContent Content(DraftLinkFacts facts) =>
        new(MailText.DraftLinkSubject, MailText.DraftLinkGreeting, [MailText.DraftLinkBody])
        {
            Link = (MailText.DraftLinkLink, links.Draft(facts.Token, facts.Language)),
            Closing = [MailText.DraftLinkUntil.With(post.At(facts.ExpiresAt)), MailText.DraftLinkKeep, MailText.DraftLinkNotYou, MailText.ClosingAutomatic],
        };
}
