using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features.Regions;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>What a clarification is about and what stands in a field, in plain words.</summary>
public static class SubjectWords
{
    private const string IsoDate = "yyyy-MM-dd";

    // What is asked for as a number and as the document that it stands on.
    private static readonly string[] NumbersOnDocuments = [nameof(PersonData.Npwp), nameof(BusinessData.Nib), nameof(PersonData.PassportNumber)];

    /// <summary>The name of the field, the address or the document; for a question just that.</summary>
    public static string Of(ItemSubject subject) => subject switch
    {
        { Field: { } path } => DomainTexts.Field(path),
        { Document: { } kind } => DomainTexts.Of(kind),
        _ => DomainTexts.Of(ItemKind.Question),
    };

    /// <summary>The same, told apart where a field and a document have one name, as the number and the card of the NPWP have.</summary>
    public static string Told(ItemSubject subject) => subject switch
    {
        { Field: { } path } when Documents.Any(kind => DomainTexts.Of(kind) == DomainTexts.Field(path)) => ClarifyingText.AsNumber.With(Of(subject)),
        { Document: { } kind } when NumbersOnDocuments.Any(path => DomainTexts.Field(path) == DomainTexts.Of(kind)) => ClarifyingText.AsDocument.With(Of(subject)),
        _ => Of(subject),
    };

    /// <summary>A value as people write it: dates, choices and regions by their words.</summary>
    /// <param name="path">Path of the field.</param>
    /// <param name="text">The value as the core writes it.</param>
    public static string Value(string path, string text) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        nameof(PersonData.Sex) when Enum.TryParse(text, out Sex sex) => DomainTexts.Of(sex),
        nameof(AddressData.VillageCode) => RegionTexts.Line(text),
        nameof(PersonData.BirthDate) or nameof(PersonData.PassportExpiry) or nameof(BusinessData.DeedDate) or nameof(BusinessData.RepresentativePassportExpiry)
            when DateOnly.TryParseExact(text, IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) =>
            date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => text,
    };

    /// <summary>The documents that an applicant can be asked for.</summary>
    public static IEnumerable<DocumentKind> Documents =>
        Enum.GetValues<DocumentKind>().Where(DocumentKinds.ComesFromApplicants);

    /// <summary>Those that suit this applicant: what is there, what is owed, and what this kind of customer may add.</summary>
    public static IEnumerable<DocumentKind> AskableDocuments(CaseFile file) =>
        Documents.Where(kind => IsThere(file, kind) || IsOwed(file, kind) || CompletenessChecklist.OptionalDocuments(file.Case.Kind).Contains(kind));

    /// <summary>Whether the applicant owes a document of this kind and none is there.</summary>
    public static bool IsMissing(CaseFile file, DocumentKind kind) => IsOwed(file, kind) && !IsThere(file, kind);

    private static bool IsThere(CaseFile file, DocumentKind kind) => file.Case.Documents.Any(document => document.Kind == kind);

    private static bool IsOwed(CaseFile file, DocumentKind kind) => CompletenessChecklist.NeededDocuments(file.Data, file.Case.Requirements).Contains(kind);
}
