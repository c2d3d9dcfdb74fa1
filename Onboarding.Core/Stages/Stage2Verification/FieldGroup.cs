using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Fields of the registration that are compared with the same documents. Stored as text.</summary>
public enum FieldGroup
{
    /// <summary>Who a person is.</summary>
    Identity = 1,

    /// <summary>The address of the identity card or of the registered office.</summary>
    Address,

    /// <summary>Name, form and numbers of a business.</summary>
    Business,

    /// <summary>Deed, decree and beneficial owner of a business.</summary>
    Deed,

    /// <summary>Who signs for a business.</summary>
    Representative,
}

/// <summary>Which fields a group has and which documents show them.</summary>
public static class FieldGroups
{
    /// <summary>The groups of this applicant, in the order of the form. A business without legal entity (UD) has no deed.</summary>
    public static IReadOnlyList<FieldGroup> Of(ApplicantData data) => data switch
    {
        PersonData => [FieldGroup.Identity, FieldGroup.Address],
        BusinessData { LegalForm: LegalForm.UD } => [FieldGroup.Business, FieldGroup.Representative, FieldGroup.Address],
        _ => [FieldGroup.Business, FieldGroup.Deed, FieldGroup.Representative, FieldGroup.Address],
    };

    /// <summary>Paths of the group's fields; a path that ends with a dot stands for everything below it.</summary>
    public static IReadOnlyList<string> Fields(FieldGroup group) => group switch
    {
        FieldGroup.Identity =>
        [
            nameof(PersonData.FullName), nameof(PersonData.Citizenship), nameof(PersonData.Nik), nameof(PersonData.PassportNumber), nameof(PersonData.PassportCountry),
            nameof(PersonData.PassportExpiry), nameof(PersonData.Npwp), nameof(PersonData.BirthPlace), nameof(PersonData.BirthDate), nameof(PersonData.Sex),
        ],
        FieldGroup.Address => [$"{nameof(ApplicantData.Address)}."],
        FieldGroup.Business =>
            [nameof(BusinessData.BusinessName), nameof(BusinessData.LegalForm), nameof(BusinessData.Nib), nameof(BusinessData.Npwp), nameof(BusinessData.Nitku)],
        FieldGroup.Deed =>
        [
            nameof(BusinessData.DeedNumber), nameof(BusinessData.DeedDate), nameof(BusinessData.NotaryName), nameof(BusinessData.NotaryCity),
            nameof(BusinessData.DecreeNumber), nameof(BusinessData.BeneficialOwner),
        ],
        FieldGroup.Representative =>
        [
            nameof(BusinessData.RepresentativeName), nameof(BusinessData.RepresentativePosition), nameof(BusinessData.RepresentativeCitizenship),
            nameof(BusinessData.RepresentativeNik), nameof(BusinessData.RepresentativePassportNumber), nameof(BusinessData.RepresentativePassportCountry),
            nameof(BusinessData.RepresentativePassportExpiry),
        ],
    };

    /// <summary>The documents on which the group's fields stand.</summary>
    public static IReadOnlyList<DocumentKind> Documents(FieldGroup group) => group switch
    {
        FieldGroup.Identity => [DocumentKind.IdentityCard, DocumentKind.Passport, DocumentKind.StayPermit, DocumentKind.TaxCard],
        FieldGroup.Address => [DocumentKind.IdentityCard, DocumentKind.StayPermit, DocumentKind.BusinessIdentification],
        FieldGroup.Business => [DocumentKind.BusinessIdentification, DocumentKind.TaxCard, DocumentKind.DeedOfEstablishment, DocumentKind.LegalDecree],
        FieldGroup.Deed => [DocumentKind.DeedOfEstablishment, DocumentKind.DeedOfAmendment, DocumentKind.LegalDecree],
        FieldGroup.Representative =>
        [
            DocumentKind.RepresentativeIdentityCard, DocumentKind.RepresentativePassport, DocumentKind.DeedOfEstablishment, DocumentKind.DeedOfAmendment,
            DocumentKind.PowerOfAttorney,
        ],
    };
}
