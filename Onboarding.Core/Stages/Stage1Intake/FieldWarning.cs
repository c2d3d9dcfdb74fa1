using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>A warning about one field: the registration is taken, and the verifier decides (SOP stage 2).</summary>
/// <param name="Field">Name of the property, with a dotted path for nested values.</param>
/// <param name="Finding">What was found; never the value itself.</param>
public sealed record FieldWarning(string Field, Finding Finding)
{
    /// <summary>Whether the warning is about this field, or comes of comparing another one with it: who changes either may be the one who errs.</summary>
    /// <param name="path">Path of the field.</param>
    public bool Concerns(string path) => path == Field || ComparedWith.Contains(path, StringComparer.Ordinal);

    private IReadOnlyList<string> ComparedWith => Finding.Code switch
    {
        FindingCode.NikBirthDateMismatch => [nameof(PersonData.BirthDate)],
        FindingCode.NikSexMismatch => [nameof(PersonData.Sex)],
        FindingCode.NikRegionMismatch => [$"{nameof(ApplicantData.Address)}.{nameof(AddressData.VillageCode)}"],
        FindingCode.NpwpDiffersFromNik => [nameof(PersonData.Nik), nameof(BusinessData.RepresentativeNik)],
        FindingCode.NitkuDiffersFromNpwp => [nameof(BusinessData.Npwp)],
        FindingCode.LegalFormMismatch => [nameof(BusinessData.BusinessName)],
        _ => [],
    };
}
