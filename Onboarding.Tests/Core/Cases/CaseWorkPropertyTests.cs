using FsCheck;
using FsCheck.Fluent;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Protection;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Core.Protection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>Whatever people and timers try in whatever order, the promises of the SOP hold after every single step.</summary>
public sealed class CaseWorkPropertyTests
{
    private static readonly CaseRules Rules = new(
        new SlaPolicy(new WorkingCalendar(WorkingHours.Default, IndonesianHolidays.Create()), new SlaSettings(), IndonesianTimeZone.Wib),
        new VerificationRules(new Dictionary<(string, CustomerKind, CheckCode), CheckNeed>(), [], new KeyedHash(TestKeys.Ring())));

    // Some have two roles, so that one person can meet the same case twice.
    private static readonly Actor[] People =
    [
        Staff.Sari, Staff.Dewi, Staff.Rudi, Staff.Maya, Staff.Ratna, Actor.System("test"), Actor.Applicant(Guid.Empty),
        Staff.Person("tono", "Tono", ActorRole.CustomerService, ActorRole.Supervisor),
        Staff.Person("wati", "Wati", ActorRole.Administration, ActorRole.Supervisor),
    ];

    private static readonly Stage[] Order = [Stage.Intake, Stage.Verification, Stage.Recording, Stage.Approval, Stage.FollowUp];

    private static readonly Gen<Step> AnyStep =
        from kind in Gen.Frequency((3, Gen.Constant(StepKind.Act)), (5, Gen.Constant(StepKind.ActAllowed)), (4, Gen.Constant(StepKind.Claim)), (1, Gen.Constant(StepKind.Release)))
        from action in Gen.Elements(Enum.GetValues<CaseAction>())
        from person in Gen.Elements(People)
        from choice in Gen.Choose(0, 1000)
        from minutes in Gen.Frequency((4, Gen.Choose(0, 120)), (1, Gen.Choose(0, 20_000)))
        select new Step(kind, action, person, choice, minutes);

    private enum StepKind
    {
        Act,
        ActAllowed,
        Claim,
        Release,
    }

    [Fact]
    public void Every_promise_holds_after_every_step()
    {
        var reached = new HashSet<CaseStatus>();
        Always.Holds(
            AnyStep.ArrayOf(100),
            steps =>
            {
                var run = new Run(new TestClock(CoreHost.Start));
                foreach (var step in steps)
                {
                    run.Do(step);
                    reached.Add(run.Case.Status);
                }
            },
            times: 200);

        // A property that never leaves the first status would hold for nothing.
        reached.Count.ShouldBeGreaterThanOrEqualTo(12, string.Join(", ", reached));
    }

    private sealed record Step(StepKind Kind, CaseAction Action, Actor Person, int Choice, int Minutes);

    /// <summary>A case in memory, on which the use cases' effects are done as the use cases do them.</summary>
    private sealed class Run
    {
        private readonly TestClock _clock;
        private readonly PersonData _data = Registrations.Person();
        private readonly List<AuditEvent> _trail = [];
        private readonly HashSet<string> _workedBefore = [];
        private readonly HashSet<Stage> _passed = [Stage.Intake];

        public Run(TestClock clock)
        {
            _clock = clock;
            var link = new AccessLink([1], [2]);
            Case = new OnboardingCase(new NewCase(
                Guid.Empty, new CaseNumber(2026, 1), CaseStatus.Received, "P", Channel.Online, Language.Indonesian, _data, [1], Guid.Empty, link, null, clock.GetUtcNow()));
            var work = Work(Actor.Applicant(Guid.Empty));
            work.OpenWorkItem(WorkQueue.Intake);
            work.Record(new AuditEntry("Register"));
            _trail.AddRange(work.Events);
        }

        public OnboardingCase Case { get; }

        public void Do(Step step)
        {
            _clock.Advance(TimeSpan.FromMinutes(step.Minutes));
            var before = (Case.Status, Case.Version, OnHold: Case.Hold is not null, Owner: Owner());

            // The checklists are other tests' matter; here they would keep nearly every run in stage 1.
            Effects.FillForms(Work(step.Person), failing: step.Choice % 5 == 0);
            step = Aim(step);
            var (work, action) = (Work(step.Person), step.Action);
            var changed = step.Kind switch
            {
                StepKind.Act or StepKind.ActAllowed => Act(work, action),
                StepKind.Claim => OnWorkItem(work, WorkItemAction.Claim),
                StepKind.Release => OnWorkItem(work, WorkItemAction.Release),
            };
            _trail.AddRange(work.Events);

            changed.ShouldBe(Case.Version != before.Version);
            if (changed)
            {
                CheckStep(step, action, before.Status, before.OnHold);
            }

            CheckAlways();
        }

        // Blind steps are nearly all refused. Most steps aim at what somebody may do now; what ends a case is seldom aimed at.
        private Step Aim(Step step)
        {
            var facts = Work(step.Person).Facts;
            var possible = step.Kind switch
            {
                StepKind.ActAllowed =>
                    from person in People
                    from action in TransitionEngine.AvailableActions(facts, person)
                    where step.Choice % 12 == 0 || action is not (CaseAction.Withdraw or CaseAction.CancelRegistration or CaseAction.Expire or CaseAction.PlaceHold)
                    select step with { Person = person, Action = action },
                StepKind.Claim =>
                    from person in People
                    where Case.LiveWorkItem is { } item && WorkItemRules.Refuse(facts, item.Facts, WorkItemAction.Claim, person) is null
                    select step with { Person = person },
                StepKind.Act or StepKind.Release => [step],
            };
            var choices = possible.ToList();
            return choices.Count == 0 ? step : choices[step.Choice % choices.Count];
        }

        private CaseWork Work(Actor actor) => new(Case, _data, actor, _clock, Rules);

        private string? Owner() => Case.LiveWorkItem is { State: WorkItemState.Claimed } item ? item.AssigneeId : null;

        private bool OnWorkItem(CaseWork work, WorkItemAction action)
        {
            if (Case.LiveWorkItem is not { } item || WorkItemRules.Refuse(work.Facts, item.Facts, action, work.Actor) is not null || (action == WorkItemAction.Claim && item.AssigneeId == work.Actor.Id))
            {
                return false;
            }

            if (action == WorkItemAction.Claim)
            {
                item.GiveTo(work.Actor.Id, work.Actor.Name);
            }
            else
            {
                item.GiveBack();
            }

            work.Note(item, action, "{}");
            return true;
        }

        private bool Act(CaseWork work, CaseAction action)
        {
            if (work.Act(action, "because") is not null)
            {
                return false;
            }

            Effects.Apply(work, action);
            return true;
        }

        private void CheckStep(Step step, CaseAction action, CaseStatus from, bool wasOnHold)
        {
            var isAction = step.Kind is StepKind.Act or StepKind.ActAllowed;
            wasOnHold.ShouldBe(isAction && action == CaseAction.ReleaseHold);
            if (CaseStatuses.Of(from).IsClosed)
            {
                action.ShouldBeOneOf(CaseAction.Reopen, CaseAction.GiveFeedback, CaseAction.SubmitObjection);
            }

            if (isAction && action is CaseAction.Approve or CaseAction.Reject)
            {
                _workedBefore.ShouldNotContain(step.Person.Id, "self-approval");
            }

            if (isAction && step.Person.IsStaff && CaseStatuses.Of(from).Stage < Stage.Approval && !CaseStatuses.Of(from).IsClosed
                && action is not (CaseAction.PlaceHold or CaseAction.ReleaseHold or CaseAction.Withdraw or CaseAction.CancelRegistration))
            {
                _workedBefore.Add(step.Person.Id);
            }

            CheckStages(from);
        }

        // Forward by one stage at a time; approval of what skipped stage 3 never gets further.
        private void CheckStages(CaseStatus from)
        {
            var (was, now) = (CaseStatuses.Of(from), CaseStatuses.Of(Case.Status));
            if (was.IsClosed || now.IsClosed || was.Stage == now.Stage)
            {
                return;
            }

            if (now.Stage > was.Stage && !Case.RejectionRecommended)
            {
                (Array.IndexOf(Order, now.Stage) - Array.IndexOf(Order, was.Stage)).ShouldBe(1, "a stage was skipped");
            }

            _passed.Add(now.Stage);
            if (Case.Status is CaseStatus.Activating or CaseStatus.Active)
            {
                _passed.ShouldBeSubsetOf(Order);
                _passed.Count.ShouldBeGreaterThanOrEqualTo(Case.Status == CaseStatus.Active ? 5 : 4, "a stage was skipped");
            }
        }

        private void CheckAlways()
        {
            Case.WorkItems.Count(item => item.IsLive).ShouldBeLessThanOrEqualTo(1, "two live work items");
            Case.Clarifications.Count(question => question.ClosedAt is null).ShouldBeLessThanOrEqualTo(1);
            var info = CaseStatuses.Of(Case.Status);
            (info.IsClosed && Case.LiveWorkItem is not null).ShouldBeFalse("work on a closed case");
            (info.Queue is { } queue && Case.LiveWorkItem?.Queue != queue).ShouldBeFalse("no work item in its queue");
            foreach (var item in Case.WorkItems)
            {
                (item.RemainingTime ?? TimeSpan.Zero).ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
                (item.State == WorkItemState.Claimed).ShouldBe(item.IsLive && item.AssigneeId is not null && item.State != WorkItemState.Waiting);
                var stands = item.State == WorkItemState.Waiting || Case.Hold is not null;
                (item.DueAt is null).ShouldBe(!item.IsLive || stands, $"{item.Queue} {item.State}");
            }

            AuditChain.Verify(Case.Id, _trail, Case.AuditSequence, Case.AuditHash).ShouldBeNull();
        }
    }
}
