using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>
/// The fields of the form by the paths that the core uses for its errors, in the order in which the form shows them, so that a
/// list of errors reads from top to bottom.
/// </summary>
public static class FieldPaths
{
    /// <summary>The product.</summary>
    public const string Product = nameof(RegisterCase.ProductCode);

    /// <summary>Person or business.</summary>
    public const string Kind = nameof(ApplicantData.Kind);

    /// <summary>WNI or WNA.</summary>
    public const string Citizenship = nameof(PersonData.Citizenship);

    /// <summary>Bentuk badan usaha.</summary>
    public const string LegalForm = nameof(BusinessData.LegalForm);

    /// <summary>WNI or WNA of who signs for a business.</summary>
    public const string RepresentativeCitizenship = nameof(BusinessData.RepresentativeCitizenship);

    /// <summary>The box that opens the second address.</summary>
    public const string OtherDomicile = nameof(OtherDomicile);

    /// <summary>Consent to the processing of the registration.</summary>
    public const string Consent = nameof(RegisterCase.Consent);

    /// <summary>Consent to offers.</summary>
    public const string Marketing = nameof(GivenConsent.Marketing);

    /// <summary>Over which channel staff received it.</summary>
    public const string Channel = nameof(RegisterCase.Channel);

    /// <summary>In which language the applicant wants to be written to.</summary>
    public const string Language = nameof(RegisterCase.Language);

    /// <summary>Whether a paper form was handed in.</summary>
    public const string OnPaper = SourcePrefix + nameof(RegistrationSource.OnPaper);

    /// <summary>Number of that form.</summary>
    public const string FormNumber = SourcePrefix + nameof(RegistrationSource.FormNumber);

    /// <summary>Who called or wrote.</summary>
    public const string ContactName = SourcePrefix + nameof(RegistrationSource.ContactName);

    /// <summary>From which number or address.</summary>
    public const string ContactAddress = SourcePrefix + nameof(RegistrationSource.ContactAddress);

    /// <summary>When.</summary>
    public const string ReceivedAt = SourcePrefix + nameof(RegistrationSource.ReceivedAt);

    /// <summary>A remark about it.</summary>
    public const string SourceRemark = SourcePrefix + nameof(RegistrationSource.Remark);

    /// <summary>Whether product and requirements were explained.</summary>
    public const string Explained = nameof(IntakeDetails.Explanation);

    /// <summary>By which means.</summary>
    public const string Means = nameof(ProductExplanation.Means);

    private const string SourcePrefix = SourceRules.PathPrefix;
    private const string DocumentPrefix = "Document.";

    private static readonly FormPart[] WhoParts = [FormPart.Identity, FormPart.Deed, FormPart.Representative];

    /// <summary>The last part of a path: what the field is, whichever address it belongs to.</summary>
    public static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>The id of the field's input on the page.</summary>
    public static string InputId(string path) => $"field-{path.Replace('.', '-')}";

    /// <summary>Whether the field is a day.</summary>
    public static bool IsDate(string path) =>
        path is nameof(PersonData.BirthDate) or nameof(PersonData.PassportExpiry) or nameof(BusinessData.DeedDate) or nameof(BusinessData.RepresentativePassportExpiry);

    /// <summary>The place of a document in the form.</summary>
    public static string Document(DocumentKind kind) => DocumentPrefix + kind;

    /// <summary>The kind of document of such a place, or null for a field.</summary>
    public static DocumentKind? DocumentOf(string path) =>
        path.StartsWith(DocumentPrefix, StringComparison.Ordinal) && Enum.TryParse(Leaf(path), out DocumentKind kind) ? kind : null;

    /// <summary>Kind of customer and product.</summary>
    public static IReadOnlyList<string> Choice { get; } = [Kind, Product];

    /// <summary>How the registration reached the company, with what shows it; nothing on a form that has no channel.</summary>
    public static IReadOnlyList<string> Source(RegistrationInput input)
    {
        if (IntakeInput.Needs(input) is not { } needs)
        {
            return [];
        }

        (string Path, FieldNeed Need)[] fields =
        [
            (FormNumber, needs.FormNumber), (ContactName, needs.ContactName), (ContactAddress, needs.ContactAddress), (ReceivedAt, needs.ReceivedAt),
            (SourceRemark, needs.Remark),
        ];
        return
        [
            Channel,
            .. fields.Where(field => field.Need != FieldNeed.Absent).Select(field => field.Path),
            .. needs.Evidence == FieldNeed.Required ? [Document(DocumentKind.RegistrationEvidence)] : Array.Empty<string>(),
        ];
    }

    /// <summary>Who the applicant is; the fields that the present choices show.</summary>
    public static IReadOnlyList<string> Identity(RegistrationInput input) =>
        [.. Fields(input).Where(field => WhoParts.Contains(field.Part)).Select(field => field.Path)];

    /// <summary>How to reach the applicant, and where.</summary>
    public static IReadOnlyList<string> Contact(RegistrationInput input) =>
        [.. Fields(input).Where(field => !WhoParts.Contains(field.Part) && (field.Part != FormPart.Domicile || !input.LivesAtCardAddress)).Select(field => field.Path)];

    /// <summary>The documents that the core asks for.</summary>
    public static IReadOnlyList<string> Documents(RegistrationInput input) => [.. RequiredDocuments(input).Select(Document)];

    /// <summary>The kinds of these documents: the usual ones, then those of the product.</summary>
    public static IReadOnlyList<DocumentKind> RequiredDocuments(RegistrationInput input)
    {
        ApplicantData data = input.ToData();
        return [.. CompletenessChecklist.RequiredDocuments(data).Select(required => required.Document), .. CompletenessChecklist.AddedDocuments(data, input.Requirements)];
    }

    /// <summary>The consent that the core asks for.</summary>
    public static IReadOnlyList<string> Consents { get; } = [Consent];

    /// <summary>Every field, from top to bottom.</summary>
    public static IReadOnlyList<string> All(RegistrationInput input) =>
        [.. Source(input), .. Choice, .. Identity(input), .. Contact(input), .. Documents(input), .. Consents];

    /// <summary>The fields of the form for the present choices, by the definition that paper and API share.</summary>
    internal static IReadOnlyList<RegistrationField> Fields(RegistrationInput input) =>
        RegistrationFields.Of(input.ToData(), input.Requirements);
}
