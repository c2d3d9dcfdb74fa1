using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
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

    private const string DocumentPrefix = "Document.";

    private static readonly string[] AddressFields =
    [
        nameof(AddressData.Street), nameof(AddressData.Rt), nameof(AddressData.Rw), nameof(AddressData.VillageCode), nameof(AddressData.PostalCode),
    ];

    /// <summary>The last part of a path: what the field is, whichever address it belongs to.</summary>
    public static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>The id of the field's input on the page.</summary>
    public static string InputId(string path) => $"field-{path.Replace('.', '-')}";

    /// <summary>The place of a document in the form.</summary>
    public static string Document(DocumentKind kind) => DocumentPrefix + kind;

    /// <summary>The kind of document of such a place, or null for a field.</summary>
    public static DocumentKind? DocumentOf(string path) =>
        path.StartsWith(DocumentPrefix, StringComparison.Ordinal) && Enum.TryParse(Leaf(path), out DocumentKind kind) ? kind : null;

    /// <summary>Product and kind of customer.</summary>
    public static IReadOnlyList<string> Choice { get; } = [Product, Kind];

    /// <summary>Who the applicant is; the fields that the present choices show.</summary>
    public static IReadOnlyList<string> Identity(RegistrationInput input) =>
        input.Kind == CustomerKind.Business ? Business(input.LegalForm) : Person(input.Citizenship);

    /// <summary>How to reach the applicant, and where.</summary>
    public static IReadOnlyList<string> Contact(RegistrationInput input)
    {
        List<string> paths = [nameof(ApplicantData.Phone), nameof(ApplicantData.Email), .. Address(nameof(ApplicantData.Address))];
        if (input.Kind == CustomerKind.Person && !input.LivesAtCardAddress)
        {
            paths.AddRange(Address(nameof(PersonData.Domicile)));
        }

        return paths;
    }

    /// <summary>The documents that the core asks for.</summary>
    public static IReadOnlyList<string> Documents(RegistrationInput input) =>
        [.. CompletenessChecklist.RequiredDocuments(input.ToData()).Select(required => Document(required.Document))];

    /// <summary>The consent that the core asks for.</summary>
    public static IReadOnlyList<string> Consents { get; } = [Consent];

    /// <summary>Every field, from top to bottom.</summary>
    public static IReadOnlyList<string> All(RegistrationInput input) =>
        [.. Choice, .. Identity(input), .. Contact(input), .. Documents(input), .. Consents];

    private static IEnumerable<string> Address(string path) => AddressFields.Select(field => $"{path}.{field}");

    private static IReadOnlyList<string> Person(Citizenship citizenship)
    {
        string[] passport = [nameof(PersonData.PassportNumber), nameof(PersonData.PassportCountry), nameof(PersonData.PassportExpiry)];
        return
        [
            Citizenship,
            nameof(PersonData.FullName),
            .. citizenship == Core.Cases.Citizenship.Foreign ? passport : [],
            nameof(PersonData.Nik),
            nameof(PersonData.BirthPlace),
            nameof(PersonData.BirthDate),
            nameof(PersonData.Sex),
            nameof(PersonData.Npwp),
        ];
    }

    private static IReadOnlyList<string> Business(LegalForm? form)
    {
        string[] deed =
        [
            nameof(BusinessData.DeedNumber), nameof(BusinessData.DeedDate), nameof(BusinessData.NotaryName),
            nameof(BusinessData.DecreeNumber), nameof(BusinessData.BeneficialOwner),
        ];
        return
        [
            LegalForm,
            nameof(BusinessData.BusinessName),
            nameof(BusinessData.Nib),
            nameof(BusinessData.Npwp),
            nameof(BusinessData.Nitku),
            .. form == Core.IdentityNumbers.LegalForm.UD ? [] : deed,
            nameof(BusinessData.RepresentativeName),
            nameof(BusinessData.RepresentativePosition),
            nameof(BusinessData.RepresentativeNik),
        ];
    }
}
