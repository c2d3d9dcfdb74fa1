using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// What one case adds to the figures: the one definition of every figure. A write adds what the case counts for afterwards and
/// takes away what it counted for before; a recount adds up all cases. So the two can only differ when a write was missed.
/// </summary>
/// <param name="offset">The office's zone: in which day an instant falls.</param>
internal sealed class CaseFigures(TimeSpan offset)
{
    // More rounds than this are one figure: nobody asks whether it were ten or eleven.
    internal const int MostRounds = 9;

    /// <summary>Adds a case, or takes it away.</summary>
    /// <param name="owner">The case.</param>
    /// <param name="sign">1 or -1.</param>
    /// <param name="totals">Where to.</param>
    public void Count(CountedCase owner, int sign, FigureTotals totals)
    {
        void Now(string name) => totals.Add(FigurePlace.Of(owner.ProductCode, owner.Channel, owner.ProvinceCode, FigurePlace.Now), name, sign);
        void On(DateTimeOffset at, string name) => totals.Add(FigurePlace.Of(owner.ProductCode, owner.Channel, owner.ProvinceCode, Day(at)), name, sign);

        CountCase(owner, Now, On);
        foreach (var item in owner.WorkItems)
        {
            CountWork(item, Now, On);
        }

        foreach (var decision in owner.Decisions)
        {
            CountDecision(owner, decision, On);
        }

        foreach (var round in owner.Rounds)
        {
            On(round.AskedAt, FigureNames.Asked);
            if (round.ClosedAt is { } closed)
            {
                On(closed, FigureNames.Of(round.Outcome));
            }
        }

        foreach (var call in owner.FollowUps)
        {
            if (call is { DoneAt: { } done, Outcome: { } outcome })
            {
                On(done, FigureNames.Of(outcome));
            }
            else
            {
                Now(FigureNames.CallOn(Day(call.DueAt)));
            }
        }

        CountFeedback(owner.Feedback, On);
    }

    /// <summary>True when a case was approved without a question to the applicant and without being sent back or opened again before.</summary>
    internal static bool IsFirstPass(CountedCase owner, Decision approval) =>
        !owner.Rounds.Any(round => round.AskedAt <= approval.At)
        && !owner.Decisions.Any(other => other.At < approval.At && (other.IsSendBack || other.Outcome == DecisionOutcome.Reopened));

    /// <summary>The hour in which an instant falls, counted from 1970.</summary>
    internal static long Hour(DateTimeOffset at) => (long)Math.Floor((at - DateTimeOffset.UnixEpoch).TotalHours);

    /// <summary>The office's day in which an instant falls.</summary>
    internal int Day(DateTimeOffset at) => FigurePlace.Code(DateOnly.FromDateTime(at.ToOffset(offset).DateTime));

    private void CountCase(CountedCase owner, Action<string> now, Action<DateTimeOffset, string> on)
    {
        var status = CaseStatuses.Of(owner.Status);
        now(FigureNames.Of(owner.Status));
        if (owner.IsHeld)
        {
            now(FigureNames.Held);
        }

        // A draft that was never sent in has not come in, and its end is no outflow.
        if (owner.ReceivedAt is not { } received)
        {
            return;
        }

        on(received, FigureNames.Received);
        if (status.IsClosed)
        {
            on(owner.StatusSince, FigureNames.EndedAs(owner.Status));
        }
        else
        {
            now(FigureNames.ReceivedOn(status.Stage, Day(received)));
        }

        if (owner.ActivatedAt is { } activated)
        {
            on(activated, FigureNames.Activated);
            on(activated, FigureNames.Number(FigureNames.Lead, TimeHistogram.Bucket(activated - received)));
        }
    }

    private static void CountWork(WorkItem item, Action<string> now, Action<DateTimeOffset, string> on)
    {
        if (item.Queue == WorkQueue.ActivationFailure)
        {
            on(item.OpenedAt, FigureNames.Failed);
        }

        if (item.ClosedAt is not { } closed)
        {
            now(FigureNames.Of(item.Queue, item.State));
            if (item.DueAt is { } due)
            {
                now(FigureNames.DueAt(item.Queue, Hour(due)));
            }

            return;
        }

        if (item.State != WorkItemState.Done)
        {
            return;
        }

        on(closed, FigureNames.In(FigureNames.Done, item.Queue));
        on(closed, FigureNames.TimeIn(item.Queue, TimeHistogram.Bucket(closed - item.OpenedAt)));
        if (item.ClosedLate)
        {
            on(closed, FigureNames.In(FigureNames.Late, item.Queue));
        }

        if (item.AssigneeId is { } person)
        {
            on(closed, FigureNames.By(FigureNames.Person, person));
            if (item.ClosedLate)
            {
                on(closed, FigureNames.By(FigureNames.PersonLate, person));
            }
        }
    }

    private static void CountDecision(CountedCase owner, Decision decision, Action<DateTimeOffset, string> on)
    {
        switch (decision.Outcome)
        {
            case DecisionOutcome.Approved:
                on(decision.At, FigureNames.Approved);
                if (IsFirstPass(owner, decision))
                {
                    on(decision.At, FigureNames.FirstPass);
                }

                if (decision.Reason is not null || decision.Remark is not null)
                {
                    on(decision.At, FigureNames.Noted);
                }

                break;
            case DecisionOutcome.Rejected:
                on(decision.At, FigureNames.RejectedFor(decision.Category));
                break;
            case DecisionOutcome.RejectionRecommended:
                on(decision.At, FigureNames.Recommended);
                break;
            case DecisionOutcome.SentBackToVerification or DecisionOutcome.SentBackToRecording:
                on(decision.At, FigureNames.Of(decision.Outcome));
                break;
            case DecisionOutcome.Reopened:
                on(decision.At, FigureNames.Reopened);
                break;
        }

        if (decision.Outcome is DecisionOutcome.Approved or DecisionOutcome.Rejected)
        {
            on(decision.At, FigureNames.Number(FigureNames.Rounds, Math.Min(MostRounds, owner.Rounds.Count(round => round.AskedAt <= decision.At))));
        }
    }

    private static void CountFeedback(Feedback? feedback, Action<DateTimeOffset, string> on)
    {
        if (feedback is null)
        {
            return;
        }

        on(feedback.AskedAt, FigureNames.FeedbackAsked);
        if (feedback is { GivenAt: { } given, Satisfaction: { } satisfaction, Ease: { } ease })
        {
            on(given, FigureNames.Number(FigureNames.Satisfaction, satisfaction));
            on(given, FigureNames.Number(FigureNames.Ease, ease));
        }
    }
}
