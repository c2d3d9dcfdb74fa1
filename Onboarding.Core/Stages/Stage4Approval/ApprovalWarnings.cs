namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>Why a case is looked at by itself before it is approved, and not in one go with others.</summary>
public enum ApprovalWarning
{
    /// <summary>Administrasi recommended rejection.</summary>
    RejectionRecommended = 1,

    /// <summary>Stage 3 was not passed.</summary>
    NotRecorded,

    /// <summary>Compliance holds the case.</summary>
    OnHold,

    /// <summary>The rules find something odd in the data.</summary>
    DataOdd,

    /// <summary>A match of the duplicate search is not decided, or is anything but somebody else.</summary>
    DuplicateNear,

    /// <summary>A required check is not passed.</summary>
    CheckMissing,

    /// <summary>A check failed or could not be made, also one that is not required.</summary>
    CheckNotPassed,

    /// <summary>A check rests on data or documents that changed since.</summary>
    CheckStale,

    /// <summary>The verifier typed a value differently from the applicant, and the applicant was wrong.</summary>
    TypedDifferently,

    /// <summary>An answer of the applicant was not accepted, or nobody decided on it.</summary>
    AnswerNotAccepted,

    /// <summary>An external source says something else, or knows nothing of the applicant.</summary>
    SourceDisagrees,

    /// <summary>A document is not usable or not what was stored.</summary>
    DocumentDoubtful,

    /// <summary>The case was sent back, rejected or reopened before.</summary>
    DecidedBefore,

    /// <summary>A concern beside the path of the case is open.</summary>
    ConcernOpen,
}

/// <summary>What has to be known of a case to say whether it may be approved in one go with others; a plain value.</summary>
public sealed record ApprovalFacts
{
    /// <summary>True when Administrasi recommended rejection.</summary>
    public bool RejectionRecommended { get; init; }

    /// <summary>True when the customer record of stage 3 stands.</summary>
    public bool CustomerRecorded { get; init; } = true;

    /// <summary>True while compliance holds the case.</summary>
    public bool OnHold { get; init; }

    /// <summary>What the rules find odd in the data.</summary>
    public int DataWarnings { get; init; }

    /// <summary>Matches that are not decided to be somebody else.</summary>
    public int NearDuplicates { get; init; }

    /// <summary>Required checks without a passed result.</summary>
    public int MissingChecks { get; init; }

    /// <summary>Checks that failed or could not be made.</summary>
    public int FailedChecks { get; init; }

    /// <summary>Checks that have to be made again.</summary>
    public int StaleChecks { get; init; }

    /// <summary>Blind re-entries that found the applicant's value wrong.</summary>
    public int ReentryDifferences { get; init; }

    /// <summary>Answers that were not accepted, or not decided on.</summary>
    public int DoubtfulAnswers { get; init; }

    /// <summary>External sources whose last answer is no match.</summary>
    public int DisagreeingSources { get; init; }

    /// <summary>Documents that cannot be used or are not what was stored.</summary>
    public int DoubtfulDocuments { get; init; }

    /// <summary>Earlier decisions of a supervisor.</summary>
    public int EarlierDecisions { get; init; }

    /// <summary>Concerns that nobody has resolved.</summary>
    public int OpenConcerns { get; init; }
}

/// <summary>The rule by which a case may be approved in one go with others: only when nothing about it asks to be looked at.</summary>
public static class ApprovalWarnings
{
    private static readonly (ApprovalWarning Warning, Func<ApprovalFacts, bool> Applies)[] Rules =
    [
        (ApprovalWarning.RejectionRecommended, facts => facts.RejectionRecommended),
        (ApprovalWarning.NotRecorded, facts => !facts.CustomerRecorded),
        (ApprovalWarning.OnHold, facts => facts.OnHold),
        (ApprovalWarning.DataOdd, facts => facts.DataWarnings > 0),
        (ApprovalWarning.DuplicateNear, facts => facts.NearDuplicates > 0),
        (ApprovalWarning.CheckMissing, facts => facts.MissingChecks > 0),
        (ApprovalWarning.CheckNotPassed, facts => facts.FailedChecks > 0),
        (ApprovalWarning.CheckStale, facts => facts.StaleChecks > 0),
        (ApprovalWarning.TypedDifferently, facts => facts.ReentryDifferences > 0),
        (ApprovalWarning.AnswerNotAccepted, facts => facts.DoubtfulAnswers > 0),
        (ApprovalWarning.SourceDisagrees, facts => facts.DisagreeingSources > 0),
        (ApprovalWarning.DocumentDoubtful, facts => facts.DoubtfulDocuments > 0),
        (ApprovalWarning.DecidedBefore, facts => facts.EarlierDecisions > 0),
        (ApprovalWarning.ConcernOpen, facts => facts.OpenConcerns > 0),
    ];

    /// <summary>Everything that asks to be looked at; empty for a case that may be approved in one go with others.</summary>
    public static IReadOnlyList<ApprovalWarning> Of(ApprovalFacts facts) =>
        [.. Rules.Where(rule => rule.Applies(facts)).Select(rule => rule.Warning)];
}
