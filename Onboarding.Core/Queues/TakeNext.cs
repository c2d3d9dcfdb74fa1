using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>A person takes the most urgent work that they may work, without choosing.</summary>
/// <param name="Queues">Out of which queues; those that the person does not work are left out.</param>
public sealed record TakeNext(IReadOnlyCollection<WorkQueue> Queues);

/// <summary>The work that was taken.</summary>
/// <param name="State">Its case after the claim.</param>
/// <param name="WorkItemId">The work item.</param>
/// <param name="IsConcern">True for a concern beside the path of the case.</param>
public sealed record TakenWork(CaseState State, Guid WorkItemId, bool IsConcern);

/// <summary>
/// Handles <see cref="TakeNext"/>. Work is chosen and claimed in one transaction: of many who take at once no two get the
/// same, and nobody is sent away while there is something that they may work.
/// </summary>
/// <remarks>
/// SQLite has one writer, who sees what is free. On PostgreSQL (1) the first case is locked that nobody writes at this moment,
/// so takers pass each other instead of queueing; (2) having the lock, it is asked again whether its work is still free; (3) when
/// every case that is left is being written by somebody, the first of them is waited for, holding nothing else: what it is
/// written for may leave its work free.
/// </remarks>
/// <param name="writer">The gate to a case.</param>
/// <param name="clock">Clock.</param>
public sealed class TakeNextHandler(CaseWriter writer, TimeProvider clock) : IUseCase
{
    // More than can be locked at the same moment on the database's default of a hundred connections.
    private const int MostCandidates = 160;
    private const int FirstCandidates = 10;
    private const int Growth = 4;

    // Each time somebody else got ahead, so somebody always gets on.
    private const int MostAttempts = 25;

    /// <summary>Takes the next work; refused with <see cref="RefusalCode.NoWorkToTake"/> when there is none.</summary>
    public async Task<Result<TakenWork>> HandleAsync(TakeNext command, Actor actor, CancellationToken cancellationToken)
    {
        WorkQueue[] queues = [.. WorkQueues.WorkedBy(actor.Roles).Intersect(command.Queues)];
        if (queues.Length == 0)
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        Result<TakenWork> last = new NotFound(RefusalCode.NoWorkToTake);
        var attempt = new Attempt(queues, actor, clock);
        for (var number = 0; number < MostAttempts; number++)
        {
            last = await TryAsync(attempt, cancellationToken);
            if (last.IsDone || last.Refusal.Code == RefusalCode.NoWorkToTake)
            {
                return last;
            }
        }

        return last;
    }

    private async Task<Result<TakenWork>> TryAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var isConcern = false;
        var result = await writer.ActAsync(
            scope => attempt.FindAsync(scope, cancellationToken),
            attempt.Actor,
            (work, _) =>
            {
                isConcern = work.Case.WorkItems.Single(item => item.Id == attempt.Chosen).Concern is not null;
                return Task.FromResult(WorkItemWriter.Apply(work, attempt.Chosen, WorkItemStep.Claim(attempt.Actor)));
            },
            cancellationToken);
        return result.IsDone ? new TakenWork(result.Value, attempt.Chosen, isConcern) : result.Refusal;
    }

    private sealed class Attempt(IReadOnlyList<WorkQueue> queues, Actor actor, TimeProvider clock)
    {
        private NextWorkItem? _waitFor;

        public Actor Actor => actor;

        public Guid Chosen { get; private set; }

        public async Task<Result<CaseTarget>> FindAsync(WriteScope scope, CancellationToken cancellationToken)
        {
            var (now, waitFor) = (Instant.Now(clock), _waitFor);
            _waitFor = null;
            if (waitFor is not null)
            {
                await scope.LockCaseAsync(waitFor.CaseId, cancellationToken);
                return await TakeAsync(scope, waitFor, now, cancellationToken) ?? new Conflict(RefusalCode.VersionConflict);
            }

            List<NextWorkItem> found;
            var size = FirstCandidates;
            do
            {
                found = await NextWork.ReadAsync(scope.Context, queues, actor, now, size, cancellationToken);
                if (await FirstFreeAsync(scope, found, now, cancellationToken) is { } target)
                {
                    return target;
                }

                size *= Growth;
            }
            while (found.Count * Growth >= size && size <= MostCandidates);

            if (found.Count == 0)
            {
                return new NotFound(RefusalCode.NoWorkToTake);
            }

            _waitFor = found[0];
            return new Conflict(RefusalCode.VersionConflict);
        }

        private async Task<Result<CaseTarget>?> FirstFreeAsync(WriteScope scope, List<NextWorkItem> found, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var left = found.ToList();
            while (await scope.LockFirstFreeCaseAsync([.. left.Select(item => item.CaseId).Distinct()], cancellationToken) is { } free)
            {
                foreach (var item in left.Where(item => item.CaseId == free))
                {
                    if (await TakeAsync(scope, item, now, cancellationToken) is { } target)
                    {
                        return target;
                    }
                }

                left.RemoveAll(item => item.CaseId == free);
            }

            return null;
        }

        // What was read before the lock may have been taken by whoever had it then.
        private async Task<Result<CaseTarget>?> TakeAsync(WriteScope scope, NextWorkItem item, DateTimeOffset now, CancellationToken cancellationToken)
        {
            foreach (var queue in queues)
            {
                if (await NextWork.In(scope.Context, queue, actor, now).AnyAsync(entry => entry.Id == item.WorkItemId, cancellationToken))
                {
                    Chosen = item.WorkItemId;
                    return new CaseTarget(item.CaseId, null);
                }
            }

            return null;
        }
    }
}
