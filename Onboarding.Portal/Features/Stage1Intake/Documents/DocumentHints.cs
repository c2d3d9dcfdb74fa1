using Onboarding.Core.Documents;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>What makes a usable copy of each document.</summary>
internal static class DocumentHints
{
    /// <summary>A sentence, or null where none is needed.</summary>
    public static string? Of(DocumentKind kind) => kind switch
    {
        DocumentKind.IdentityCard or DocumentKind.RepresentativeIdentityCard or DocumentKind.RepresentativePassport or DocumentKind.Passport or DocumentKind.StayPermit => IntakeText.HintCardPhoto,
        DocumentKind.DeedOfEstablishment or DocumentKind.DeedOfAmendment or DocumentKind.LegalDecree => IntakeText.HintAllPages,
        DocumentKind.PowerOfAttorney => IntakeText.HintPowerOfAttorney,
        DocumentKind.TaxCard or DocumentKind.BusinessIdentification or DocumentKind.RegistrationEvidence or DocumentKind.Other or DocumentKind.IssuedForm => null,
    };
}
