using Onboarding.Core.Cases;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Cases;

/// <summary>What a document is called beside the others of its kind.</summary>
public static class DocumentNames
{
    /// <summary>Its kind, its version, and its part when the version came in several files.</summary>
    public static string Of(OnboardingCase owner, CaseDocument document) => $"{DomainTexts.Of(document.Kind)}, {LongPlaceOf(owner, document)}";

    /// <summary>Its version, and its part when the version came in several files.</summary>
    public static string LongPlaceOf(OnboardingCase owner, CaseDocument document) =>
        string.Join(", ", new[] { CaseText.Version.With(document.Version), PartOf(owner, document) }.OfType<string>());

    /// <summary>Only what tells it from others: the version when there are several, the part when there are several; else empty.</summary>
    public static string PlaceOf(OnboardingCase owner, CaseDocument document)
    {
        bool hasVersions = owner.Documents.Any(other => other.Kind == document.Kind && other.Version != document.Version);
        return hasVersions ? LongPlaceOf(owner, document) : PartOf(owner, document) ?? "";
    }

    private static string? PartOf(OnboardingCase owner, CaseDocument document) =>
        owner.PartsOf(document) is > 1 and int count ? CaseText.PartOf.With(document.Part, count) : null;
}
