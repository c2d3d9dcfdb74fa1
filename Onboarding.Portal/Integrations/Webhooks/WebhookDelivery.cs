using System.Text.Json;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Integrations.Webhooks;

/// <summary>Delivers the outbox's changes of status to partners, and keeps the delivery log.</summary>
/// <param name="reader">Reads what happened and where it goes.</param>
/// <param name="sender">Posts it.</param>
internal sealed class WebhookDelivery(WebhookFactsReader reader, WebhookSender sender)
{
    /// <summary>The id of a delivery as its receiver sees it.</summary>
    public static string IdOf(Guid messageId) => $"msg_{messageId:N}";

    /// <summary>Makes one attempt, unless the partner no longer takes webhooks.</summary>
    public async Task<DeliveryOutcome> DeliverAsync(LeasedMessage message, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(message, cancellation) is not { } facts)
        {
            return new NotNeeded();
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(WebhookEvent.Of(facts), ApiJson.Options);
        WebhookOutcome outcome = await sender.SendAsync(facts.Url, IdOf(message.Id), body, facts.Secrets, cancellation);
        await reader.RecordAsync(message, outcome, CancellationToken.None);
        return outcome.Error is { } error ? new DeliveryFailed(outcome.HttpStatus is { } status ? $"Http{status}" : error.ToString()) : new Delivered();
    }
}
