using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Portal.Features.Cases;

namespace Onboarding.Portal.Features.Stage2Verification;

/// <summary>The values that are compared in a check, beside the check itself: nobody has to look for them on the page.</summary>
internal static class CheckFields
{
    /// <summary>The lines of the data sheet that belong to this check, in the order of the sheet.</summary>
    public static IReadOnlyList<DataLine> Of(CheckKey key, ApplicantData data)
    {
        IReadOnlyList<string> paths = Paths(key);
        return [.. DataSheet.Of(data).SelectMany(group => group.Lines)
            .Where(line => paths.Any(path => path.EndsWith('.') ? line.Field.StartsWith(path, StringComparison.Ordinal) : line.Field == path))];
    }

    private static IReadOnlyList<string> Paths(CheckKey key) => key.Code switch
    {
        CheckCode.DataMatchesDocument => FieldGroups.Fields(Enum.Parse<FieldGroup>(key.Subject)),
        CheckCode.IdentityNumber =>
        [
            nameof(PersonData.Nik), nameof(PersonData.PassportNumber), nameof(PersonData.Npwp), nameof(PersonData.BirthDate), nameof(PersonData.Sex), nameof(BusinessData.Nib),
            nameof(BusinessData.RepresentativeNik), nameof(BusinessData.RepresentativePassportNumber),
        ],
        CheckCode.ContactReachable => [nameof(ApplicantData.Phone), nameof(ApplicantData.Email)],
        CheckCode.LegalPapers => [.. FieldGroups.Fields(FieldGroup.Deed), nameof(BusinessData.Nib)],
        CheckCode.RepresentativeAuthority => FieldGroups.Fields(FieldGroup.Representative),
        CheckCode.DocumentAuthentic or CheckCode.NewCustomer or CheckCode.ExternalSource or CheckCode.BlindReentry => [],
    };
}
