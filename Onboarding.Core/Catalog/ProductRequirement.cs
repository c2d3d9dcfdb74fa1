using Onboarding.Core.Cases;
using Onboarding.Core.Documents;

namespace Onboarding.Core.Catalog;

/// <summary>How a requirement of a product is met. Stored as text.</summary>
public enum RequirementKind
{
    /// <summary>By a document that other products do not ask for.</summary>
    Document = 1,

    /// <summary>By a field of the form that is otherwise optional.</summary>
    Field,

    /// <summary>By a tick of a member of staff with a remark.</summary>
    Confirmation,
}

/// <summary>What a product asks for beyond what every registration of that group needs (SOP stage 1: "persyaratan pendaftaran").</summary>
/// <param name="Code">Code, unique in the product: small letters, digits and hyphens. It stays when the words change.</param>
/// <param name="Kind">How it is met.</param>
/// <param name="Groups">Of whom it is asked.</param>
public sealed record ProductRequirement(string Code, RequirementKind Kind, IReadOnlyList<ApplicantGroup> Groups)
{
    /// <summary>Greatest length of a code.</summary>
    public const int MaxCodeLength = 30;

    /// <summary>Greatest length of a title.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>The document, for <see cref="RequirementKind.Document"/>.</summary>
    public DocumentKind? Document { get; init; }

    /// <summary>The field, by its path in the applicant's data, for <see cref="RequirementKind.Field"/>.</summary>
    public string? Field { get; init; }

    /// <summary>What has to be confirmed, for <see cref="RequirementKind.Confirmation"/>; a word of its own for the others, or null.</summary>
    public LocalText? Title { get; init; }

    /// <summary>True when it is asked of this applicant.</summary>
    public bool Concerns(ApplicantData data) => Groups.Contains(ApplicantGroups.Of(data));
}

/// <summary>What a product can ask for.</summary>
public static class ProductRequirements
{
    // What the portal or staff add themselves is not asked of an applicant, and "other" says nothing about what to bring.
    private static readonly DocumentKind[] NotAskable = [DocumentKind.IssuedForm, DocumentKind.RegistrationEvidence, DocumentKind.Other];

    /// <summary>The documents that a product can ask for.</summary>
    public static IReadOnlyList<DocumentKind> Documents { get; } = [.. Enum.GetValues<DocumentKind>().Except(NotAskable)];

    /// <summary>The fields that are optional for a group, so that a product can ask for them.</summary>
    public static IReadOnlyList<string> Fields(ApplicantGroup group) => group switch
    {
        ApplicantGroup.Citizen => [nameof(PersonData.Npwp)],
        ApplicantGroup.Foreigner => [nameof(PersonData.Nik), nameof(PersonData.Npwp)],
        ApplicantGroup.LegalEntity or ApplicantGroup.SoleTrader => [nameof(BusinessData.Nitku)],
    };

    /// <summary>Whether a field that a product asks for is filled.</summary>
    internal static bool IsFilled(ApplicantData data, string field) => !string.IsNullOrWhiteSpace((data, field) switch
    {
        (PersonData person, nameof(PersonData.Npwp)) => person.Npwp,
        (PersonData person, nameof(PersonData.Nik)) => person.Nik,
        (BusinessData business, nameof(BusinessData.Nitku)) => business.Nitku,
        _ => null,
    });
}
