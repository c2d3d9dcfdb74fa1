using Onboarding.Core.Cases;

namespace Onboarding.Portal.Features.Cases.Viewing;

/// <summary>Which documents of a case can be looked at, and in which order somebody goes through them.</summary>
public static class ViewerDocuments
{
    /// <summary>By kind, the newest version first and its parts in order, as the list beside the viewer shows them.</summary>
    public static IReadOnlyList<CaseDocument> InOrder(OnboardingCase owner) =>
        [.. owner.Documents.Where(document => document.IsUsable).OrderBy(document => document.Kind).ThenByDescending(document => document.Version).ThenBy(document => document.Part)];

    /// <summary>What can stand beside a document: its other versions first, the same part of the one before it foremost.</summary>
    public static IReadOnlyList<CaseDocument> Beside(OnboardingCase owner, CaseDocument shown) =>
    [
        .. InOrder(owner)
            .Where(document => document.Id != shown.Id)
            .OrderByDescending(document => document.Kind == shown.Kind)
            .ThenByDescending(document => document.Kind == shown.Kind && document.Version < shown.Version)
            .ThenByDescending(document => document.Kind == shown.Kind ? document.Version : 0)
            .ThenByDescending(document => document.Kind == shown.Kind && document.Part == shown.Part),
    ];

    /// <summary>The document some steps away in the order, or null at its ends.</summary>
    public static CaseDocument? Next(OnboardingCase owner, CaseDocument shown, int step)
    {
        List<CaseDocument> all = [.. InOrder(owner)];
        int at = all.FindIndex(document => document.Id == shown.Id) + step;
        return at >= 0 && at < all.Count ? all[at] : null;
    }
}
