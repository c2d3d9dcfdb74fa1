using Onboarding.Core.Catalog;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Features.Public.Landing;

/// <summary>What one group of applicants has to bring for any product, as the core computes it.</summary>
/// <param name="Title">Who they are, in the visitor's language.</param>
/// <param name="Documents">The documents.</param>
public sealed record Requirement(string Title, IReadOnlyList<RequiredDocument> Documents)
{
    /// <summary>The groups that differ in what they bring.</summary>
    public static IReadOnlyList<Requirement> All =>
        [.. Enum.GetValues<ApplicantGroup>().Select(group => new Requirement(DomainTexts.Of(group), RequirementSheet.Of(group, []).Documents))];
}
