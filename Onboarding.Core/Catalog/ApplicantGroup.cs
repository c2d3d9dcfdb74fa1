using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Catalog;

/// <summary>The groups of applicants that differ in what they fill in and bring along. Stored as text.</summary>
public enum ApplicantGroup
{
    /// <summary>Perorangan WNI.</summary>
    Citizen = 1,

    /// <summary>Perorangan WNA.</summary>
    Foreigner,

    /// <summary>A business with a deed: PT, CV, firma, koperasi, yayasan and so on.</summary>
    LegalEntity,

    /// <summary>Usaha perseorangan (UD), which has neither deed nor decree.</summary>
    SoleTrader,
}

/// <summary>Questions about groups.</summary>
public static class ApplicantGroups
{
    /// <summary>The group of an applicant.</summary>
    public static ApplicantGroup Of(ApplicantData data) => data switch
    {
        PersonData { Citizenship: Citizenship.Foreign } => ApplicantGroup.Foreigner,
        PersonData => ApplicantGroup.Citizen,
        BusinessData { LegalForm: LegalForm.UD } => ApplicantGroup.SoleTrader,
        _ => ApplicantGroup.LegalEntity,
    };

    /// <summary>The kind of customer of a group.</summary>
    public static CustomerKind KindOf(ApplicantGroup group) => group switch
    {
        ApplicantGroup.Citizen or ApplicantGroup.Foreigner => CustomerKind.Person,
        ApplicantGroup.LegalEntity or ApplicantGroup.SoleTrader => CustomerKind.Business,
    };

    /// <summary>An empty registration of a group: what the rules ask of it is what they ask of the group.</summary>
    public static ApplicantData Empty(ApplicantGroup group) => group switch
    {
        ApplicantGroup.Citizen => new PersonData { Citizenship = Citizenship.Indonesian },
        ApplicantGroup.Foreigner => new PersonData { Citizenship = Citizenship.Foreign },
        ApplicantGroup.LegalEntity => new BusinessData { LegalForm = LegalForm.PT },
        ApplicantGroup.SoleTrader => new BusinessData { LegalForm = LegalForm.UD },
    };
}
