using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Compares what a verifier typed from a document with what the applicant gave, in the form in which both have to be equal.</summary>
internal static class ReentryComparison
{
    /// <summary>Where they differ; no position when they are equal.</summary>
    public static TextDifference Compare(ReentryField field, string applicant, string typed) =>
        TextDifference.Between(Fold(field, applicant), Fold(field, typed));

    private static string Fold(ReentryField field, string value) => field switch
    {
        ReentryField.FullName or ReentryField.RepresentativeName => NameFolding.Person(value),
        ReentryField.BusinessName => NameFolding.Business(value),
        ReentryField.Npwp => Npwp.Read(value).Value?.ToSixteenDigitsOfEntity()?.Value ?? InputText.Compact(value),
        ReentryField.Nik or ReentryField.Nib or ReentryField.RepresentativeNik => InputText.Compact(value),
        ReentryField.PassportNumber or ReentryField.RepresentativePassportNumber => InputText.Compact(value).ToUpperInvariant(),
    };
}
