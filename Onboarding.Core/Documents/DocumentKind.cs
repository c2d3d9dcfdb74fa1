namespace Onboarding.Core.Documents;

/// <summary>What a document is in the SOP. The kind is what the applicant or staff say it is; the content is judged in stage 2.</summary>
public enum DocumentKind
{
    /// <summary>KTP-el of a person: "Salinan Dokumen Identitas", stage 2.</summary>
    IdentityCard = 1,

    /// <summary>NPWP card, e-NPWP or SKT of a person or business: "Salinan Dokumen Identitas", stage 2.</summary>
    TaxCard,

    /// <summary>Passport of a foreigner: "Salinan Dokumen Identitas", stage 2.</summary>
    Passport,

    /// <summary>KITAS or KITAP of a foreigner, beside the passport: "Salinan Dokumen Identitas", stage 2.</summary>
    StayPermit,

    /// <summary>Akta pendirian of a business: "dokumen legal perusahaan", stage 2.</summary>
    DeedOfEstablishment,

    /// <summary>The latest akta perubahan of a business: "dokumen legal perusahaan", stage 2.</summary>
    DeedOfAmendment,

    /// <summary>SK of the ministry of law (AHU) that legalises a deed: "dokumen legal perusahaan", stage 2.</summary>
    LegalDecree,

    /// <summary>NIB issued by OSS: "dokumen legal perusahaan", stage 2.</summary>
    BusinessIdentification,

    /// <summary>Surat kuasa, when somebody else than the management signs: "dokumen legal perusahaan", stage 2.</summary>
    PowerOfAttorney,

    /// <summary>KTP of the person who signs for a business: "Salinan Dokumen Identitas", stage 2.</summary>
    RepresentativeIdentityCard,

    /// <summary>Passport of the foreigner who signs for a business: "Salinan Dokumen Identitas", stage 2.</summary>
    RepresentativePassport,

    /// <summary>Shows how a registration reached the company: scan of the paper form, exported e-mail, screenshot of a message, stage 1.</summary>
    RegistrationEvidence,

    /// <summary>Anything else that supports the registration or a reply to a clarification, stages 1 and 2.</summary>
    Other,

    /// <summary>A PDF that the portal issued, such as "Laporan Verifikasi" or "Form Persetujuan Pelanggan", stage 4.</summary>
    IssuedForm,
}
