using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>
/// Completes cases by rule, not by memory (SOP stage 5): the notice was sent, every contact was made, and feedback was given or was
/// asked for long enough ago. Where the last contact was made and nobody has the case, or whoever has it did not ask in time, it asks
/// for the feedback. Called by a job; what it decides by stands in the case, so a second node or a restart does nothing twice.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="protection">Makes the link of the feedback form.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="settings">How long feedback and who asks for it are waited for.</param>
/// <param name="clock">Clock.</param>
public sealed class CompleteFinishedCasesHandler(
    CaseWriter writer, CaseProtection protection, OnboardingContextFactory contexts, AftercareSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many of each kind in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    private static readonly Actor Portal = Actor.System("CompleteFinishedCases");

    /// <summary>Asks and completes what is due now; answers how many cases it was.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var (contactedBefore, askedBefore) = (now - TimeSpan.FromDays(settings.AskAfterDays), now - TimeSpan.FromDays(settings.FeedbackWaitDays));
        var unasked = await UnaskedAsync(contactedBefore, cancellationToken);
        var asked = await CaseSweep.ActAsync(unasked, id => writer.ActAsync(new CaseTarget(id, null), Portal, work => Ask(work, contactedBefore), cancellationToken));
        var finished = await FinishedAsync(askedBefore, cancellationToken);
        return asked + await CaseSweep.ActAsync(finished, id => writer.ActAsync(
            new CaseTarget(id, null), Portal, work => Complete(work, askedBefore), cancellationToken));
    }

    // Who made the last contact asks; whoever forgets is not waited for.
    private Refusal? Ask(CaseWork work, DateTimeOffset contactedBefore) =>
        work.Case is { Status: CaseStatus.Active, Feedback: null } owner && (owner.LiveWorkItem is null || owner.FollowUps.All(followUp => followUp.DoneAt <= contactedBefore))
            ? AskFeedbackHandler.Ask(work, protection)
            : null;

    // Another node may have been faster; then there is nothing left to do, which is no failure.
    private static Refusal? Complete(CaseWork work, DateTimeOffset askedBefore) =>
        work.Case is { Status: CaseStatus.Active, Feedback: { } feedback } && (feedback.GivenAt is not null || feedback.AskedAt <= askedBefore)
            ? work.Act(CaseAction.Complete)
            : null;

    private async Task<List<Guid>> UnaskedAsync(DateTimeOffset contactedBefore, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Cases.AsNoTracking()
            .Where(item => item.Status == CaseStatus.Active && item.Hold == null)
            .Where(item => context.FollowUps.Any(followUp => followUp.CaseId == item.Id))
            .Where(item => !context.FollowUps.Any(followUp => followUp.CaseId == item.Id && followUp.DoneAt == null))
            .Where(item => !context.Feedbacks.Any(feedback => feedback.CaseId == item.Id))
            .Where(item => !context.WorkItems.Any(work => work.CaseId == item.Id && work.ClosedAt == null && work.Concern == null)
                || !context.FollowUps.Any(followUp => followUp.CaseId == item.Id && followUp.DoneAt > contactedBefore))
            .OrderBy(item => item.Id)
            .Take(BatchSize)
            .Select(item => item.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task<List<Guid>> FinishedAsync(DateTimeOffset askedBefore, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Cases.AsNoTracking()
            .Where(item => item.Status == CaseStatus.Active && item.Hold == null && item.ActivationNoticeSentAt != null)
            .Where(item => context.Feedbacks.Any(feedback => feedback.CaseId == item.Id && (feedback.GivenAt != null || feedback.AskedAt <= askedBefore)))
            .Where(item => !context.FollowUps.Any(followUp => followUp.CaseId == item.Id && followUp.DoneAt == null))
            .OrderBy(item => item.Id)
            .Take(BatchSize)
            .Select(item => item.Id)
            .ToListAsync(cancellationToken);
    }
}
