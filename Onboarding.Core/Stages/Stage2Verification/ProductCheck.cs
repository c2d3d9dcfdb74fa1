using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Whether a product needs a check for a kind of customer, as an administrator set it. What is not set has the usual need.</summary>
public sealed class ProductCheck
{
    private ProductCheck()
    {
    }

    internal ProductCheck(string productCode, CustomerKind kind, CheckCode code, CheckNeed need)
    {
        ProductCode = productCode;
        Kind = kind;
        Code = code;
        Need = need;
    }

    /// <summary>The product.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>The kind of customer.</summary>
    public CustomerKind Kind { get; private set; }

    /// <summary>The check.</summary>
    public CheckCode Code { get; private set; }

    /// <summary>Whether it is needed.</summary>
    public CheckNeed Need { get; private set; }

    internal void Set(CheckNeed need) => Need = need;
}

/// <summary>What is usual, and what no setting can change.</summary>
public static class ProductChecks
{
    /// <summary>The checks in the order in which a verifier works: first the paper, then what is read from it, then what is found out elsewhere.</summary>
    public static readonly IReadOnlyList<CheckCode> Order =
    [
        CheckCode.DocumentAuthentic, CheckCode.BlindReentry, CheckCode.DataMatchesDocument, CheckCode.IdentityNumber, CheckCode.LegalPapers,
        CheckCode.RepresentativeAuthority, CheckCode.NewCustomer, CheckCode.ContactReachable, CheckCode.ExternalSource,
    ];

    /// <summary>The SOP asks for these in so many words ("memeriksa dokumen identitas", "melakukan validasi data"): they are always required.</summary>
    public static bool IsAlwaysRequired(CheckCode code) => code is CheckCode.DocumentAuthentic or CheckCode.DataMatchesDocument;

    /// <summary>The need where nothing is set.</summary>
    public static CheckNeed Usual(CheckCode code) => code == CheckCode.ExternalSource ? CheckNeed.Optional : CheckNeed.Required;

    /// <summary>Whether the check makes sense for this kind of customer at all.</summary>
    public static bool Concerns(CheckCode code, CustomerKind kind) =>
        kind == CustomerKind.Business || code is not (CheckCode.LegalPapers or CheckCode.RepresentativeAuthority);

    /// <summary>Whether it makes sense for this applicant: a business without legal entity (UD) has neither deed nor decree.</summary>
    internal static bool Concerns(CheckCode code, ApplicantData data) =>
        Concerns(code, data.Kind) && !(code == CheckCode.LegalPapers && data is BusinessData { LegalForm: LegalForm.UD });
}
