using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>What one group of applicants needs for a product, as the brochure tells it; the checklist of a case asks for the same.</summary>
/// <param name="Group">The group.</param>
/// <param name="Documents">Documents to bring, the usual first.</param>
/// <param name="Fields">Fields that are otherwise optional, by their paths.</param>
/// <param name="Confirmations">What staff will confirm with the applicant.</param>
public sealed record RequirementSheet(
    ApplicantGroup Group, IReadOnlyList<DocumentKind> Documents, IReadOnlyList<string> Fields, IReadOnlyList<ProductRequirement> Confirmations)
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
            [.. CompletenessChecklist.RequiredDocuments(data).Select(required => required.Document), .. CompletenessChecklist.AddedDocuments(data, requirements)],
            [.. own.Select(requirement => requirement.Field).OfType<string>().Distinct()],
            [.. own.Where(requirement => requirement.Kind == RequirementKind.Confirmation)]);
    }
}
