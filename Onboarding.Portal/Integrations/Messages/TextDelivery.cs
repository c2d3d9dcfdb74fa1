using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Integrations.Outbox;
using Onboarding.Portal.Mail;

namespace Onboarding.Portal.Integrations.Messages;

/// <summary>Sends the short messages of the outbox, written from the case as it stands now.</summary>
/// <param name="reader">Reads the case.</param>
/// <param name="links">The links.</param>
/// <param name="channel">The service.</param>
/// <param name="settings">Whether there is one.</param>
internal sealed class TextDelivery(MessageFactsReader reader, MailLinks links, IMessageChannel channel, MessageSettings settings)
{
    /// <summary>Sends a message, unless the case no longer calls for it or the number takes none.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation)
    {
        if (!settings.IsOn || await reader.ReadAsync(message, cancellation) is not { } facts || !TextMessageRules.Takes(facts.Phone) || Compose(message.Kind, facts) is not { } text)
        {
            return new NotNeeded();
        }

        try
        {
            await channel.SendAsync(new OutgoingText(message.Id, facts.Phone, text), cancellation);
            return new Delivered();
        }
        catch (TextNotSentException failure)
        {
            return failure.IsPermanent ? new DeliveryRefused(failure.Code) : new DeliveryFailed(failure.Code);
        }
    }

    private string? Compose(OutboxKind kind, MessageFacts facts) => Languages.In(Languages.Of(facts.Language), () => (kind, facts.FeedbackToken) switch
    {
        (OutboxKind.TextActivated, _) => MailText.TextActivated.With(facts.Product.Name, facts.ServiceReference ?? ""),
        (OutboxKind.TextFeedback, { } token) => MailText.TextFeedback.With(facts.Product.Name, links.Feedback(token, facts.Language)),
        _ => null,
    });
}
