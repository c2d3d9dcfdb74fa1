namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>A fact that Administrasi verifies (SOP stage 2: Form Verifikasi Data). Stored as text.</summary>
public enum CheckCode
{
    /// <summary>A document is genuine ("memeriksa dokumen identitas seperti KTP, NPWP, atau dokumen legal perusahaan"); one line for each kind of document.</summary>
    DocumentAuthentic = 1,

    /// <summary>The data equals the documents; one line for each group of fields.</summary>
    DataMatchesDocument,

    /// <summary>The identity numbers are plausible and agree with birth date, sex and region.</summary>
    IdentityNumber,

    /// <summary>The applicant has never been recorded before ("Pelanggan Baru").</summary>
    NewCustomer,

    /// <summary>Telephone and e-mail reach the applicant.</summary>
    ContactReachable,

    /// <summary>Deed, decree and NIB agree with each other and are in force.</summary>
    LegalPapers,

    /// <summary>The person who signs is named in the latest deed, or holds a power of attorney.</summary>
    RepresentativeAuthority,

    /// <summary>Validation by another system or a third party, "jika diperlukan"; one line for each source.</summary>
    ExternalSource,

    /// <summary>The verifier typed an identity number or name from the document without seeing the applicant's; one line for each field.</summary>
    BlindReentry,
}

/// <summary>Result of a check.</summary>
public enum CheckResult
{
    /// <summary>Sesuai.</summary>
    Passed = 1,

    /// <summary>Tidak sesuai.</summary>
    Failed,

    /// <summary>Could not be checked: the source gave no answer.</summary>
    Inconclusive,
}

/// <summary>Whether a product needs a check. Stored as text.</summary>
public enum CheckNeed
{
    /// <summary>The case does not leave stage 2 without it.</summary>
    Required = 1,

    /// <summary>It stands on the form and may be left out.</summary>
    Optional,

    /// <summary>It does not stand on the form.</summary>
    Unused,
}

/// <summary>One line of the form: a fact, and what it is about where a fact has several lines.</summary>
/// <param name="Code">Which fact.</param>
/// <param name="Subject">Name of a document kind, field group, field or source; empty where the fact has one line.</param>
public readonly record struct CheckKey(CheckCode Code, string Subject = "")
{
    /// <summary>The longest subject.</summary>
    public const int MaxSubjectLength = 40;

    /// <summary>The key as one word, for markup and the audit trail.</summary>
    public override string ToString() => Subject.Length == 0 ? Code.ToString() : $"{Code}.{Subject}";
}
