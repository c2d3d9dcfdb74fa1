using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Portal.Features.Stage2Verification;

/// <summary>What the verifier looks at for each check.</summary>
internal static class CheckWords
{
    /// <summary>One sentence of guidance.</summary>
    public static string Of(CheckCode code) => code switch
    {
        CheckCode.DocumentAuthentic => VerificationText.GuideDocumentAuthentic,
        CheckCode.DataMatchesDocument => VerificationText.GuideDataMatchesDocument,
        CheckCode.IdentityNumber => VerificationText.GuideIdentityNumber,
        CheckCode.NewCustomer => VerificationText.GuideNewCustomer,
        CheckCode.ContactReachable => VerificationText.GuideContactReachable,
        CheckCode.LegalPapers => VerificationText.GuideLegalPapers,
        CheckCode.RepresentativeAuthority => VerificationText.GuideRepresentativeAuthority,
        CheckCode.ExternalSource => VerificationText.GuideExternalSource,
    };
}
