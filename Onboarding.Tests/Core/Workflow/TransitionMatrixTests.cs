using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Workflow;

/// <summary>The engine against <see cref="ExpectedPath"/>, for every status, action and role there is.</summary>
public sealed class TransitionMatrixTests
{
    private const string Me = "me";

    private static readonly RefusalCode[] AllGuards =
    [
        RefusalCode.FourEyes, RefusalCode.ChecklistIncomplete, RefusalCode.NothingToDecide, RefusalCode.DuplicatesUndecided, RefusalCode.AnswersNotReviewed, RefusalCode.ChecksNotPassed, RefusalCode.NoFailedCheck,
        RefusalCode.StorageNotConfirmed, RefusalCode.StageSkipped, RefusalCode.ActivationNotFailed, RefusalCode.FollowUpsOpen, RefusalCode.FeedbackNotAsked,
        RefusalCode.FeedbackAlreadyGiven, RefusalCode.ActivationNoticeNotSent, RefusalCode.NoMessageReturned, RefusalCode.ReopensElsewhere,
        RefusalCode.AlreadyObjected, RefusalCode.PointsOpen,
    ];

    [Fact]
    public void Every_cell_is_allowed_or_refused_as_expected_when_nothing_is_in_the_way() =>
        ForEveryCell((status, action, role) =>
        {
            var expected = ExpectedPath.Find(status, action);
            var outcome = expected.Count == 0 ? nameof(RefusalCode.ActionNotInStatus)
                : expected.FirstOrDefault(step => step.Role == role)?.To.ToString() ?? nameof(RefusalCode.RoleNotAllowed);
            return (outcome, Decide(status, action, role, Facts(status, onHold: action == CaseAction.ReleaseHold)));
        });

    [Fact]
    public void Without_a_claim_only_what_needs_none_is_allowed() =>
        ForEveryStep(step => (
            step.Claim ? nameof(RefusalCode.ClaimRequired) : step.To.ToString(),
            Decide(step, FactsFor(step) with { OwnerId = null })));

    [Fact]
    public void Work_claimed_by_another_is_refused_where_a_claim_is_needed() =>
        ForEveryStep(step => (
            step.Claim ? nameof(RefusalCode.WorkedByAnother) : step.To.ToString(),
            Decide(step, FactsFor(step) with { OwnerId = "another", OwnerName = "Another" })));

    [Fact]
    public void Without_a_reason_only_what_needs_none_is_allowed() =>
        ForEveryStep(step => (
            step.Reason ? nameof(RefusalCode.ReasonRequired) : step.To.ToString(),
            Outcome(TransitionEngine.Decide(FactsFor(step), step.Action, Person(step.Role), " \t "))));

    [Fact]
    public void A_hold_lets_nothing_through_but_its_release() =>
        ForEveryCell((status, action, role) =>
        {
            var step = ExpectedPath.Find(status, action).FirstOrDefault(step => step.Role == role);
            return step is null
                ? (Decide(status, action, role, Facts(status)), Decide(status, action, role, Facts(status, onHold: true)))
                : (action == CaseAction.ReleaseHold ? step.To.ToString() : nameof(RefusalCode.CaseOnHold), Decide(step, Facts(status, onHold: true)));
        });

    [Fact]
    public void Nothing_is_released_that_is_not_held() =>
        ForEveryStep(step => (
            step.Action == CaseAction.ReleaseHold ? nameof(RefusalCode.CaseNotOnHold) : step.To.ToString(),
            Decide(step, FactsFor(step) with { OnHold = false })));

    [Fact]
    public void Each_guard_that_is_not_met_refuses_with_its_own_code_where_it_stands_and_nowhere_else() =>
        ForEveryStep(step => [.. AllGuards.Except([RefusalCode.ReopensElsewhere]).Select(guard => (
            step.Guards.Contains(guard) ? guard.ToString() : step.To.ToString(),
            Decide(step, FactsFor(step, guard))))]);

    [Fact]
    public void A_case_in_which_nothing_is_as_it_should_be_still_allows_what_has_no_guard() =>
        ForEveryStep(step => (
            step.Guards.Except([RefusalCode.ReopensElsewhere]).Any() ? step.Guards[0].ToString() : step.To.ToString(),
            Decide(step, FactsFor(step, [.. AllGuards.Except([RefusalCode.ReopensElsewhere])]))));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_case_that_was_not_recorded_or_comes_with_a_recommended_rejection_is_not_approved(bool recorded, bool withoutRecommendation)
    {
        var facts = Facts(CaseStatus.AwaitingApproval) with { CustomerRecorded = recorded, RejectionRecommended = !withoutRecommendation };
        Decide(CaseStatus.AwaitingApproval, CaseAction.Approve, ActorRole.Supervisor, facts).ShouldBe(nameof(RefusalCode.StageSkipped));
    }

    [Theory]
    [InlineData(CaseStatus.AwaitingApplicant, nameof(CaseStatus.Received))]
    [InlineData(CaseStatus.AwaitingClarification, nameof(CaseStatus.InVerification))]
    [InlineData(null, nameof(RefusalCode.ReopensElsewhere))]
    public void An_expired_case_reopens_where_it_expired(CaseStatus? expiredFrom, string outcome) =>
        Decide(CaseStatus.Expired, CaseAction.Reopen, ActorRole.Supervisor, Facts(CaseStatus.Expired) with { ExpiredFrom = expiredFrom }).ShouldBe(outcome);

    [Fact]
    public void Rejection_can_be_recommended_when_the_applicant_is_a_customer_already_though_no_check_failed() =>
        Decide(CaseStatus.InVerification, CaseAction.RecommendRejection, ActorRole.Administration, Facts(CaseStatus.InVerification, [RefusalCode.NoFailedCheck]) with { IsKnownCustomer = true })
            .ShouldBe(nameof(CaseStatus.AwaitingApproval));

    [Fact]
    public void What_is_offered_on_screen_is_what_is_allowed_and_what_is_blocked_says_why() =>
        ForEveryCell((status, action, role) =>
        {
            var facts = Facts(status, AllGuards);
            var decided = TransitionEngine.Decide(facts, action, Person(role), "because");
            var offered = TransitionEngine.AvailableActions(facts, Person(role)).Contains(action);
            var blocked = TransitionEngine.BlockedActions(facts, Person(role)).SingleOrDefault(entry => entry.Action == action);
            var hidden = decided.Refusal?.Code is RefusalCode.ActionNotInStatus or RefusalCode.RoleNotAllowed or RefusalCode.CaseNotOnHold or RefusalCode.NothingToDecide or RefusalCode.NoMessageReturned;
            return ($"{decided.IsDone} {(hidden ? null : decided.Refusal?.Code)}", $"{offered} {blocked?.Refusal.Code}");
        });

    [Fact]
    public void A_person_with_several_roles_may_do_what_any_of_them_may() =>
        ForEveryStep(step => (step.To.ToString(), Outcome(TransitionEngine.Decide(
            FactsFor(step), step.Action, Staff.Person(Me, "Me", Enum.GetValues<ActorRole>()), "because"))));

    private static string Decide(ExpectedStep step, CaseFacts facts) => Decide(step.From, step.Action, step.Role, facts, step.To);

    private static string Decide(CaseStatus status, CaseAction action, ActorRole role, CaseFacts facts, CaseStatus? to = null) =>
        Outcome(TransitionEngine.Decide(facts with { Status = status, ExpiredFrom = to == CaseStatus.InVerification && status == CaseStatus.Expired ? CaseStatus.AwaitingClarification : facts.ExpiredFrom }, action, Person(role), "because"));

    private static string Outcome(Result<Transition> decided) =>
        decided.IsDone ? decided.Value.To.ToString() : decided.Refusal.Code.ToString();

    private static Actor Person(ActorRole role) => Staff.Person(Me, "Me", role);

    private static CaseFacts FactsFor(ExpectedStep step, params RefusalCode[] unmet) =>
        Facts(step.From, unmet, step.Action == CaseAction.ReleaseHold) with
        {
            ExpiredFrom = step.To == CaseStatus.InVerification ? CaseStatus.AwaitingClarification : CaseStatus.AwaitingApplicant,
        };

    private static CaseFacts Facts(CaseStatus status, bool onHold) => Facts(status, [], onHold);

    /// <summary>A case claimed by the actor in which everything is as it should be, except what is named.</summary>
    private static CaseFacts Facts(CaseStatus status, RefusalCode[]? unmet = null, bool onHold = false)
    {
        bool Met(RefusalCode code) => unmet?.Contains(code) != true;
        int Open(RefusalCode code) => Met(code) ? 0 : 2;
        return new CaseFacts
        {
            Status = status,
            OnHold = onHold,
            OwnerId = Me,
            OwnerName = "Me",
            Participants = new HashSet<string>(StringComparer.Ordinal) { "another", Met(RefusalCode.FourEyes) ? "a third" : Me },
            OpenChecklistItems = Open(RefusalCode.ChecklistIncomplete),
            HasDuplicates = Met(RefusalCode.NothingToDecide),
            UndecidedDuplicates = Open(RefusalCode.DuplicatesUndecided),
            HasObjected = !Met(RefusalCode.AlreadyObjected),
            HasPoints = Met(RefusalCode.NothingToDecide),
            OpenPoints = Open(RefusalCode.PointsOpen),
            HasAnswers = Met(RefusalCode.NothingToDecide),
            UnreviewedAnswers = Open(RefusalCode.AnswersNotReviewed),
            ChecksNotPassed = Open(RefusalCode.ChecksNotPassed),
            FailedChecks = Met(RefusalCode.NoFailedCheck) ? 1 : 0,
            CustomerRecorded = Met(RefusalCode.StageSkipped),
            OpenStorageItems = Open(RefusalCode.StorageNotConfirmed),
            ActivationFailed = Met(RefusalCode.ActivationNotFailed),
            HasDueFollowUp = Met(RefusalCode.NothingToDecide),
            OpenFollowUps = Open(RefusalCode.FollowUpsOpen),
            FeedbackAsked = Met(RefusalCode.FeedbackNotAsked),
            FeedbackGiven = !Met(RefusalCode.FeedbackAlreadyGiven),
            ActivationNoticeSent = Met(RefusalCode.ActivationNoticeNotSent),
            NoticeNotDelivered = Met(RefusalCode.NoMessageReturned),
            MessageNotDelivered = Met(RefusalCode.NoMessageReturned),
            ExpiredFrom = Met(RefusalCode.ReopensElsewhere) ? CaseStatus.AwaitingApplicant : null,
        };
    }

    private static void ForEveryCell(Func<CaseStatus, CaseAction, ActorRole, (string Expected, string Actual)> judge)
    {
        var cells =
            from status in Enum.GetValues<CaseStatus>()
            from action in Enum.GetValues<CaseAction>()
            from role in Enum.GetValues<ActorRole>()
            select (Cell: $"{status} × {action} × {role}", Verdict: judge(status, action, role));
        var all = cells.ToList();

        all.Count.ShouldBe(15 * 47 * 9);
        all.Where(cell => cell.Verdict.Expected != cell.Verdict.Actual).ShouldBeEmpty();
    }

    private static void ForEveryStep(Func<ExpectedStep, (string Expected, string Actual)> judge) => ForEveryStep(step => [judge(step)]);

    private static void ForEveryStep(Func<ExpectedStep, (string Expected, string Actual)[]> judge) =>
        ExpectedPath.All.SelectMany(step => judge(step).Select(verdict => (step, verdict)))
            .Where(entry => entry.verdict.Expected != entry.verdict.Actual)
            .ShouldBeEmpty();
}
