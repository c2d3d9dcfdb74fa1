using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>A case is approved in one go with others only when nothing about it asks to be looked at.</summary>
public sealed class ApprovalWarningsTests
{
    private static readonly Dictionary<ApprovalWarning, ApprovalFacts> One = new()
    {
        [ApprovalWarning.RejectionRecommended] = new() { RejectionRecommended = true },
        [ApprovalWarning.NotRecorded] = new() { CustomerRecorded = false },
        [ApprovalWarning.OnHold] = new() { OnHold = true },
        [ApprovalWarning.DataOdd] = new() { DataWarnings = 1 },
        [ApprovalWarning.DuplicateNear] = new() { NearDuplicates = 1 },
        [ApprovalWarning.CheckMissing] = new() { MissingChecks = 1 },
        [ApprovalWarning.CheckNotPassed] = new() { FailedChecks = 1 },
        [ApprovalWarning.CheckStale] = new() { StaleChecks = 1 },
        [ApprovalWarning.TypedDifferently] = new() { ReentryDifferences = 1 },
        [ApprovalWarning.AnswerNotAccepted] = new() { DoubtfulAnswers = 1 },
        [ApprovalWarning.SourceDisagrees] = new() { DisagreeingSources = 1 },
        [ApprovalWarning.DocumentDoubtful] = new() { DoubtfulDocuments = 1 },
        [ApprovalWarning.DecidedBefore] = new() { EarlierDecisions = 1 },
        [ApprovalWarning.ConcernOpen] = new() { OpenConcerns = 1 },
    };

    public static TheoryData<ApprovalWarning> All => [.. Enum.GetValues<ApprovalWarning>()];

    [Fact]
    public void A_case_about_which_there_is_nothing_to_say_has_none() => ApprovalWarnings.Of(new ApprovalFacts()).ShouldBeEmpty();

    [Theory, MemberData(nameof(All))]
    public void Each_fact_gives_its_own_warning_and_no_other(ApprovalWarning warning) => ApprovalWarnings.Of(One[warning]).ShouldBe([warning]);
}
