using Onboarding.Core.Cases;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>Encrypts and opens what a draft keeps protected, each value bound to its draft.</summary>
/// <param name="protector">Encryption.</param>
public sealed class DraftProtection(PersonalDataProtector protector)
{
    /// <summary>Row and purpose of what was typed.</summary>
    internal static string ContentPurpose(Guid draftId) => $"draft/{draftId:N}/content";

    /// <summary>Row and purpose of the link's token.</summary>
    internal static string LinkPurpose(Guid draftId) => $"draft/{draftId:N}/link";

    /// <summary>Row and purpose of an address to which the link was mailed.</summary>
    internal static string AddressPurpose(Guid draftId) => $"draft/{draftId:N}/address";

    /// <summary>Makes the unguessable link of a draft.</summary>
    internal (AccessLink Link, string Token) NewLink(Guid draftId)
    {
        var token = AccessToken.New();
        return (new AccessLink(token.Hash(), protector.ProtectText(token.Reveal(), LinkPurpose(draftId))), token.Reveal());
    }

    /// <summary>Opens the token of a link.</summary>
    internal string OpenToken(Guid draftId, byte[] protectedToken) => protector.UnprotectText(protectedToken, LinkPurpose(draftId));

    /// <summary>Encrypts an address.</summary>
    internal byte[] ProtectAddress(Guid draftId, string address) => protector.ProtectText(address, AddressPurpose(draftId));

    /// <summary>Opens an address.</summary>
    internal string OpenAddress(Guid draftId, byte[] protectedAddress) => protector.UnprotectText(protectedAddress, AddressPurpose(draftId));

    /// <summary>Encrypts what was typed.</summary>
    internal byte[] Protect(Guid draftId, IReadOnlyDictionary<string, string> values) => protector.ProtectJson(values, ContentPurpose(draftId));

    /// <summary>Opens what was typed.</summary>
    internal IReadOnlyDictionary<string, string> Open(Guid draftId, byte[] content) =>
        protector.UnprotectJson<Dictionary<string, string>>(content, ContentPurpose(draftId));
}
