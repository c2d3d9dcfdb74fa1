namespace Onboarding.Portal.Integrations.Messages;

/// <summary>A service that carries short messages (WhatsApp, SMS): off by default, any other one by its connector.</summary>
public interface IMessageChannel
{
    /// <summary>Hands a message over. The same message twice arrives once.</summary>
    /// <exception cref="TextNotSentException">It was not taken.</exception>
    Task SendAsync(OutgoingText text, CancellationToken cancellation);
}

/// <summary>A short message that is ready to go. It holds personal data: it is never logged.</summary>
/// <param name="Id">The outbox message; the service's idempotency key.</param>
/// <param name="To">The number in E.164.</param>
/// <param name="Text">The words.</param>
public sealed record OutgoingText(Guid Id, string To, string Text)
{
    /// <inheritdoc />
    public override string ToString() => Id.ToString("N");
}

/// <summary>A short message was not taken. It carries a code only, nothing that came from outside.</summary>
public sealed class TextNotSentException : Exception
{
    /// <summary>With the code of the failure.</summary>
    /// <param name="code">One word.</param>
    public TextNotSentException(string code)
        : base(code) => Code = code;

    /// <summary>Why.</summary>
    public string Code { get; }

    /// <summary>True when the service will never take it for this number.</summary>
    public bool IsPermanent { get; init; }
}

/// <summary>Where no service is set: nothing is sent, and nothing is ordered to be.</summary>
internal sealed class NoMessageChannel : IMessageChannel
{
    /// <inheritdoc />
    public Task SendAsync(OutgoingText text, CancellationToken cancellation) => throw new TextNotSentException("NoService");
}
