using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Messages;

/// <summary>Whether short messages (WhatsApp, SMS) are sent beside the mails. The host says so; without a service there is nothing to send.</summary>
/// <param name="IsOn">True when a service is set.</param>
public sealed record TextMessageRules(bool IsOn = false)
{
    /// <summary>
    /// Only a mobile number of Indonesia takes them. They say what the customer's own registration calls for (service is active, the
    /// feedback form), never advertising, so no consent beyond the registration's is needed (UU 27/2022 Pasal 20).
    /// </summary>
    public static bool Takes(string phone) => PhoneNumber.Read(phone).Value is { Kind: PhoneKind.Mobile };
}
