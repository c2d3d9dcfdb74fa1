using Onboarding.Core.Outbox;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Messages;

/// <summary>What became of a message, in words that staff understand.</summary>
internal static class MessageWords
{
    private const string SmtpPrefix = "Smtp";
    private const string HttpPrefix = "Http";

    /// <summary>The colour of a state. The word stands beside it always.</summary>
    public static Tone Of(MessageState state) => state switch
    {
        MessageState.Queued => Tone.Info,
        MessageState.Retrying => Tone.Warning,
        MessageState.Sent => Tone.Success,
        MessageState.NotNeeded => Tone.Neutral,
        MessageState.NotDelivered => Tone.Danger,
    };

    /// <summary>Why an attempt failed.</summary>
    /// <param name="code">The code that the outbox keeps.</param>
    public static string Why(string code) => code switch
    {
        "SmtpRecipientRefused" or "AddressInvalid" or "NumberRefused" => MessagesText.ErrorAddress,
        "Bounced" => MessagesText.ErrorBounced,
        "SmtpTimeout" or "Timeout" => MessagesText.ErrorTimeout,
        "SmtpUnreachable" or "Unreachable" => MessagesText.ErrorUnreachable,
        "SmtpCertificate" => MessagesText.ErrorCertificate,
        _ when code.StartsWith(SmtpPrefix, StringComparison.Ordinal) => MessagesText.ErrorServer.With(code[SmtpPrefix.Length..]),
        _ when code.StartsWith(HttpPrefix, StringComparison.Ordinal) => MessagesText.ErrorServer.With(code[HttpPrefix.Length..]),
        _ => MessagesText.ErrorOther.With(code),
    };
}
