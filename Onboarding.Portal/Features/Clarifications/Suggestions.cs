using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>Words for the usual problems, in the language of the applicant and not of the person who asks.</summary>
public static class Suggestions
{
    private static readonly string[] Numbers =
        [nameof(PersonData.Nik), nameof(PersonData.Npwp), nameof(PersonData.PassportNumber), nameof(BusinessData.Nib), nameof(BusinessData.Nitku), nameof(BusinessData.RepresentativeNik),
            nameof(BusinessData.RepresentativePassportNumber)];

    private static readonly string[] Contacts = [nameof(ApplicantData.Phone), nameof(ApplicantData.Email)];

    private static readonly string[] Addresses = [nameof(ApplicantData.Address), nameof(PersonData.Domicile)];

    private static readonly string[] Names = [nameof(PersonData.FullName), nameof(BusinessData.RepresentativeName)];

    /// <summary>The problems that something can have, the usual one first.</summary>
    public static IReadOnlyList<ClarificationProblem> For(ItemSubject subject) => subject switch
    {
        { Kind: ItemKind.Document, DocumentId: null } => [ClarificationProblem.DocumentMissing, ClarificationProblem.Other],
        { Kind: ItemKind.Document } =>
        [
            ClarificationProblem.PictureBlurred, ClarificationProblem.PictureCropped, ClarificationProblem.PagesMissing,
            ClarificationProblem.WrongDocument, ClarificationProblem.DocumentOutdated, ClarificationProblem.Other,
        ],
        { Field: { } path } when Numbers.Contains(path) =>
            [ClarificationProblem.NumberDoubtful, ClarificationProblem.DiffersFromDocument, ClarificationProblem.ValueMissing, ClarificationProblem.Other],
        { Field: { } path } when Contacts.Contains(path) => [ClarificationProblem.NotReachable, ClarificationProblem.Other],
        { Field: { } path } when Addresses.Contains(path) => [ClarificationProblem.DiffersFromDocument, ClarificationProblem.AddressIncomplete, ClarificationProblem.Other],
        { Field: not null } => [ClarificationProblem.DiffersFromDocument, ClarificationProblem.ValueMissing, ClarificationProblem.Other],
        _ => [ClarificationProblem.Other],
    };

    /// <summary>A question for a problem, to be changed as one likes; empty where there is none.</summary>
    public static string Of(ClarificationProblem problem, ItemSubject subject, Language language) => In(language, () =>
        Text(problem, subject) is { } text ? text.With(SubjectWords.Of(subject)) : "");

    /// <summary>Makes words in the applicant's language.</summary>
    public static T In<T>(Language language, Func<T> make) => Languages.In(Languages.Of(language), make);

    private static string? Text(ClarificationProblem problem, ItemSubject subject) => problem switch
    {
        ClarificationProblem.Other => null,
        ClarificationProblem.ValueMissing => ClarifyingText.SuggestValueMissing,
        ClarificationProblem.DiffersFromDocument => Names.Contains(subject.Field) ? ClarifyingText.SuggestNameDiffers : ClarifyingText.SuggestDiffersFromDocument,
        ClarificationProblem.NumberDoubtful => ClarifyingText.SuggestNumberDoubtful,
        ClarificationProblem.NotReachable => ClarifyingText.SuggestNotReachable,
        ClarificationProblem.AddressIncomplete => ClarifyingText.SuggestAddressIncomplete,
        ClarificationProblem.DocumentMissing => ClarifyingText.SuggestDocumentMissing,
        ClarificationProblem.PictureBlurred => ClarifyingText.SuggestPictureBlurred,
        ClarificationProblem.PictureCropped => ClarifyingText.SuggestPictureCropped,
        ClarificationProblem.PagesMissing => ClarifyingText.SuggestPagesMissing,
        ClarificationProblem.WrongDocument => ClarifyingText.SuggestWrongDocument,
        ClarificationProblem.DocumentOutdated => ClarifyingText.SuggestDocumentOutdated,
    };
}
