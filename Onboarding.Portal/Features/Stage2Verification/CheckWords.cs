using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Stage2Verification;

/// <summary>The lines of the form in words.</summary>
internal static class CheckWords
{
    /// <summary>What a line is about: the fact, and beside it the document, group, field or source.</summary>
    /// <param name="key">The line.</param>
    /// <param name="source">The source it is about, or null; one that is no longer configured keeps its short name.</param>
    public static string TitleOf(CheckKey key, SourceInfo? source) =>
        key.Subject.Length == 0 ? DomainTexts.Of(key.Code) : $"{DomainTexts.Of(key.Code)}: {SubjectOf(key, source)}";

    /// <summary>The name of a source on screen.</summary>
    public static string TitleOf(SourceInfo source) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? source.TitleEnglish : source.TitleIndonesian;

    /// <summary>What was chosen as evidence and what was written, in one line.</summary>
    public static string EvidenceOf(VerificationCheck check) =>
        string.Join(" · ", check.Evidences.Select(evidence => DomainTexts.Of(evidence)).Append(check.Evidence).Where(text => text.Length > 0));

    /// <summary>What changed since the check.</summary>
    public static IEnumerable<string> ChangesOf(StaleCheck stale)
    {
        if (stale.Fields.Count > 0)
        {
            yield return VerificationText.AgainChanged.With(string.Join(", ", stale.Fields.Select(DomainTexts.Field).Distinct(StringComparer.Ordinal)));
        }

        if (stale.Documents.Count > 0)
        {
            yield return VerificationText.AgainNewVersion.With(string.Join(", ", stale.Documents.Select(kind => DomainTexts.Of(kind))));
        }
    }

    /// <summary>One sentence of guidance: what the verifier looks at.</summary>
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
        CheckCode.BlindReentry => VerificationText.GuideBlindReentry,
    };

    private static string SubjectOf(CheckKey key, SourceInfo? source) => key.Code switch
    {
        CheckCode.DocumentAuthentic => DomainTexts.Of(Enum.Parse<DocumentKind>(key.Subject)),
        CheckCode.DataMatchesDocument => DomainTexts.Of(Enum.Parse<FieldGroup>(key.Subject)),
        CheckCode.BlindReentry => DomainTexts.Field(key.Subject),
        CheckCode.ExternalSource => source is null ? key.Subject : TitleOf(source),
        CheckCode.IdentityNumber or CheckCode.NewCustomer or CheckCode.ContactReachable or CheckCode.LegalPapers or CheckCode.RepresentativeAuthority => key.Subject,
    };
}
