using Onboarding.Core.Outbox;

namespace Onboarding.Core.Partners;

/// <summary>One attempt to deliver a webhook: the delivery log. It holds nothing that the receiver answered but the status.</summary>
public sealed class WebhookAttempt
{
    private WebhookAttempt()
    {
    }

    internal WebhookAttempt(Guid id, LeasedMessage message, WebhookOutcome outcome, DateTimeOffset at)
    {
        Id = id;
        MessageId = message.Id;
        At = at;
        HttpStatus = outcome.HttpStatus;
        Milliseconds = (int)Math.Min(outcome.Duration.TotalMilliseconds, int.MaxValue);
        Error = outcome.Error;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The delivery, which keeps its id in every attempt.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What the receiver answered, or null when it did not.</summary>
    public int? HttpStatus { get; private set; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; private set; }

    /// <summary>Why it failed; null when the receiver took it.</summary>
    public WebhookError? Error { get; private set; }
}

/// <summary>What came of one attempt.</summary>
/// <param name="HttpStatus">What the receiver answered, or null.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Error">Why it failed, or null.</param>
public sealed record WebhookOutcome(int? HttpStatus, TimeSpan Duration, WebhookError? Error);

/// <summary>Why a webhook was not delivered. Each value has a text in both languages.</summary>
public enum WebhookError
{
    /// <summary>The receiver answered with a status that is not 2xx.</summary>
    RefusedByReceiver = 1,

    /// <summary>The receiver wanted to lead elsewhere; redirects are not followed.</summary>
    Redirected,

    /// <summary>The receiver did not answer in time.</summary>
    TimedOut,

    /// <summary>The name has no address.</summary>
    NameNotResolved,

    /// <summary>The address lies in a network that webhooks may not reach.</summary>
    AddressNotAllowed,

    /// <summary>No connection could be made, or it broke.</summary>
    ConnectionFailed,

    /// <summary>The certificate of the receiver cannot be trusted.</summary>
    CertificateNotTrusted,
}
