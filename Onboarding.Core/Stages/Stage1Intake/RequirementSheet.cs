using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>One document to bring.</summary>
/// <param name="Kind">The document.</param>
/// <param name="OfForeigner">The one in its place when a foreigner signs for the business; null where that makes no difference.</param>
public sealed record RequiredDocument(DocumentKind Kind, DocumentKind? OfForeigner = null);

/// <summary>What one group of applicants needs for a product, as the brochure tells it; the checklist of a case asks for the same.</summary>
/// <param name="Group">The group.</param>
/// <param name="Documents">Documents to bring, the usual first.</param>
/// <param name="Fields">Fields that are otherwise optional, by their paths.</param>
/// <param name="Confirmations">What staff will confirm with the applicant.</param>
public sealed record RequirementSheet(
    ApplicantGroup Group, IReadOnlyList<RequiredDocument> Documents, IReadOnlyList<string> Fields, IReadOnlyList<ProductRequirement> Confirmations)
{
    /// <summary>The sheet of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="requirements">What the product asks for beyond the usual.</param>
    public static RequirementSheet Of(ApplicantGroup group, IReadOnlyList<ProductRequirement> requirements)
    {
        var data = ApplicantGroups.Empty(group);
        var own = requirements.Where(requirement => requirement.Groups.Contains(group)).ToList();
        return new RequirementSheet(
            group,
            [.. Usual(data), .. CompletenessChecklist.AddedDocuments(data, requirements).Select(kind => new RequiredDocument(kind))],
            [.. own.Select(requirement => requirement.Field).OfType<string>().Distinct()],
            [.. own.Where(requirement => requirement.Kind == RequirementKind.Confirmation)]);
    }

    // Who will sign for a business is not known yet, so the sheet names what either would bring.
    private static IEnumerable<RequiredDocument> Usual(ApplicantData data)
    {
        var usual = CompletenessChecklist.RequiredDocuments(data);
        var foreign = data is BusinessData business
            ? CompletenessChecklist.RequiredDocuments(business with { RepresentativeCitizenship = Citizenship.Foreign })
            : usual;
        return usual.Zip(foreign, (one, other) => new RequiredDocument(one.Document, one.Document == other.Document ? null : other.Document));
    }
}
