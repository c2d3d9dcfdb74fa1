namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>What a result rests on, to be chosen instead of written. Stored as text.</summary>
public enum EvidenceKind
{
    /// <summary>The picture is clear and whole.</summary>
    ImageClear = 1,

    /// <summary>Nothing points to a change of the document.</summary>
    NoSignsOfChange,

    /// <summary>The document is in force.</summary>
    StillValid,

    /// <summary>The original was shown.</summary>
    OriginalSeen,

    /// <summary>Every field was compared with the document.</summary>
    ComparedFieldByField,

    /// <summary>The digits agree with birth date, sex and region.</summary>
    StructureAgrees,

    /// <summary>What the rules found odd has an explanation.</summary>
    OddityExplained,

    /// <summary>The search found nobody.</summary>
    NoMatchFound,

    /// <summary>Every match was decided on.</summary>
    MatchesDecided,

    /// <summary>The applicant answered the telephone.</summary>
    PhoneAnswered,

    /// <summary>The applicant answered a mail.</summary>
    EmailAnswered,

    /// <summary>Deed, decree and NIB agree.</summary>
    PapersAgree,

    /// <summary>The public register (AHU, OSS) was consulted.</summary>
    RegisterConsulted,

    /// <summary>The deed names the representative.</summary>
    NamedInDeed,

    /// <summary>The power of attorney was read.</summary>
    PowerOfAttorneyRead,

    /// <summary>The source's answer, as it is kept with the case.</summary>
    SourceAnswer,

    /// <summary>The source was asked by hand, on its own site or counter.</summary>
    AskedByHand,

    /// <summary>The picture is blurred, cut off or incomplete.</summary>
    ImageUnclear,

    /// <summary>Something points to a change of the document.</summary>
    SignsOfChange,

    /// <summary>The document is not in force any more.</summary>
    NoLongerValid,

    /// <summary>A value differs from the document.</summary>
    ValueDiffers,

    /// <summary>The digits contradict birth date, sex or region.</summary>
    StructureContradicts,

    /// <summary>The applicant is a customer already.</summary>
    KnownCustomer,

    /// <summary>Neither telephone nor mail reaches the applicant.</summary>
    NotReached,

    /// <summary>Deed, decree and NIB contradict each other.</summary>
    PapersContradict,

    /// <summary>The deed does not name the representative and there is no power of attorney.</summary>
    NotAuthorised,

    /// <summary>The document is missing or cannot be opened.</summary>
    DocumentMissing,

    /// <summary>The source gave no answer.</summary>
    SourceUnavailable,

    /// <summary>What the verifier typed from the document equals the applicant's value.</summary>
    ReentryEqual,

    /// <summary>What the verifier typed from the document differs from the applicant's value.</summary>
    ReentryDiffers,
}

/// <summary>Which evidence can be chosen for which check and result.</summary>
public static class EvidenceChoices
{
    private static readonly EvidenceKind[] Unchecked = [EvidenceKind.DocumentMissing, EvidenceKind.ImageUnclear];

    /// <summary>The choices; what none of them says is written as text.</summary>
    public static IReadOnlyList<EvidenceKind> For(CheckCode code, CheckResult result) => result switch
    {
        CheckResult.Passed => Passed(code),
        CheckResult.Failed => Failed(code),
        CheckResult.Inconclusive => Inconclusive(code),
    };

    private static EvidenceKind[] Passed(CheckCode code) => code switch
    {
        CheckCode.DocumentAuthentic => [EvidenceKind.ImageClear, EvidenceKind.NoSignsOfChange, EvidenceKind.StillValid, EvidenceKind.OriginalSeen],
        CheckCode.DataMatchesDocument => [EvidenceKind.ComparedFieldByField, EvidenceKind.OriginalSeen],
        CheckCode.IdentityNumber => [EvidenceKind.StructureAgrees, EvidenceKind.OddityExplained],
        CheckCode.NewCustomer => [EvidenceKind.NoMatchFound, EvidenceKind.MatchesDecided],
        CheckCode.ContactReachable => [EvidenceKind.PhoneAnswered, EvidenceKind.EmailAnswered],
        CheckCode.LegalPapers => [EvidenceKind.PapersAgree, EvidenceKind.StillValid, EvidenceKind.RegisterConsulted],
        CheckCode.RepresentativeAuthority => [EvidenceKind.NamedInDeed, EvidenceKind.PowerOfAttorneyRead],
        CheckCode.ExternalSource => [EvidenceKind.SourceAnswer, EvidenceKind.AskedByHand],
        CheckCode.BlindReentry => [EvidenceKind.ReentryEqual],
    };

    private static EvidenceKind[] Failed(CheckCode code) => code switch
    {
        CheckCode.DocumentAuthentic => [EvidenceKind.ImageUnclear, EvidenceKind.SignsOfChange, EvidenceKind.NoLongerValid],
        CheckCode.DataMatchesDocument => [EvidenceKind.ValueDiffers],
        CheckCode.IdentityNumber => [EvidenceKind.StructureContradicts],
        CheckCode.NewCustomer => [EvidenceKind.KnownCustomer],
        CheckCode.ContactReachable => [EvidenceKind.NotReached],
        CheckCode.LegalPapers => [EvidenceKind.PapersContradict, EvidenceKind.NoLongerValid],
        CheckCode.RepresentativeAuthority => [EvidenceKind.NotAuthorised],
        CheckCode.ExternalSource => [EvidenceKind.SourceAnswer, EvidenceKind.AskedByHand],
        CheckCode.BlindReentry => [EvidenceKind.ReentryDiffers],
    };

    private static EvidenceKind[] Inconclusive(CheckCode code) => code switch
    {
        CheckCode.DocumentAuthentic or CheckCode.DataMatchesDocument or CheckCode.LegalPapers or CheckCode.RepresentativeAuthority => Unchecked,
        CheckCode.ContactReachable => [EvidenceKind.NotReached],
        CheckCode.ExternalSource => [EvidenceKind.SourceUnavailable],
        CheckCode.IdentityNumber or CheckCode.NewCustomer or CheckCode.BlindReentry => [],
    };
}
