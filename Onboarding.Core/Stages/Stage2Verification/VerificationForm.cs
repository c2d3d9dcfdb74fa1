using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>A fact that Administrasi verifies (SOP stage 2: Form Verifikasi Data). Stored as text.</summary>
public enum CheckCode
{
    /// <summary>The identity documents are genuine ("memeriksa dokumen identitas seperti KTP, NPWP, atau dokumen legal perusahaan").</summary>
    DocumentAuthentic = 1,

    /// <summary>The data equals the documents.</summary>
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

    /// <summary>Validation by another system or a third party, "jika diperlukan".</summary>
    ExternalSource,
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

/// <summary>One line of the form.</summary>
/// <param name="Code">Which fact.</param>
/// <param name="IsRequired">Whether the case cannot leave stage 2 without it.</param>
/// <param name="Latest">The latest check of it, or null.</param>
public sealed record VerificationLine(CheckCode Code, bool IsRequired, VerificationCheck? Latest);

/// <summary>The verification form, computed from the kind of customer.</summary>
public static class VerificationForm
{
    /// <summary>Every line for this case; the latest check of a fact counts.</summary>
    public static IReadOnlyList<VerificationLine> Read(OnboardingCase owner, ApplicantData data)
    {
        var required = RequiredChecks(data);
        return [.. Enum.GetValues<CheckCode>()
            .Where(code => required.Contains(code) || code == CheckCode.ExternalSource)
            .Select(code => new VerificationLine(
                code,
                required.Contains(code),
                owner.Checks.Where(check => check.Code == code).MaxBy(check => (check.At, check.Id))))];
    }

    /// <summary>The checks without which a case of this kind is not verified.</summary>
    public static IReadOnlyList<CheckCode> RequiredChecks(ApplicantData data) => data switch
    {
        PersonData =>
        [
            CheckCode.DocumentAuthentic, CheckCode.DataMatchesDocument, CheckCode.IdentityNumber,
            CheckCode.NewCustomer, CheckCode.ContactReachable,
        ],
        BusinessData { LegalForm: LegalForm.UD } =>
        [
            CheckCode.DocumentAuthentic, CheckCode.DataMatchesDocument, CheckCode.IdentityNumber,
            CheckCode.NewCustomer, CheckCode.ContactReachable, CheckCode.RepresentativeAuthority,
        ],
        _ =>
        [
            CheckCode.DocumentAuthentic, CheckCode.DataMatchesDocument, CheckCode.IdentityNumber,
            CheckCode.NewCustomer, CheckCode.ContactReachable, CheckCode.LegalPapers, CheckCode.RepresentativeAuthority,
        ],
    };
}
