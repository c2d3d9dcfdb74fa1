using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Drafts;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// The gate through which every use case reaches a case: load, check the version, decide, save case, audit event and
/// outbox in one transaction. Pages, bulk actions, jobs and the API all come this way.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="protection">Opens the applicant's data.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="duplicates">Searches again when the case comes to be worked on, or its data changed.</param>
/// <param name="clock">Clock.</param>
public sealed class CaseWriter(UnitOfWork unitOfWork, CaseProtection protection, CaseRulesProvider rules, DuplicateSearch duplicates, TimeProvider clock)
{
    /// <summary>Does one piece of work on one case.</summary>
    /// <param name="target">Which case, in which version.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="apply">Changes the case; null when done, otherwise the refusal, and nothing is saved.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<Result<CaseState>> ActAsync(CaseTarget target, Actor actor, Func<CaseWork, Refusal?> apply, CancellationToken cancellationToken) =>
        ActAsync(target, actor, (work, _) => Task.FromResult(apply(work)), cancellationToken);

    /// <summary>Does one piece of work that also reads or writes other tables in the same transaction.</summary>
    public Task<Result<CaseState>> ActAsync(
        CaseTarget target, Actor actor, Func<CaseWork, WriteScope, Task<Refusal?>> apply, CancellationToken cancellationToken) =>
        ActAsync(_ => Task.FromResult<Result<CaseTarget>>(target), actor, apply, cancellationToken);

    /// <summary>Does one piece of work on a case that is chosen inside the transaction, so that nobody else can have chosen it as well.</summary>
    /// <param name="find">Chooses the case, or says why there is none.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="apply">Changes the case; null when done, otherwise the refusal, and nothing is saved.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    internal async Task<Result<CaseState>> ActAsync(
        Func<WriteScope, Task<Result<CaseTarget>>> find, Actor actor, Func<CaseWork, WriteScope, Task<Refusal?>> apply, CancellationToken cancellationToken)
    {
        var current = await rules.GetAsync(cancellationToken);
        return await unitOfWork.WriteAsync<CaseState>(
            async scope =>
            {
                var found = await find(scope);
                if (!found.IsDone)
                {
                    return found.Refusal;
                }

                var target = found.Value;
                await scope.LockCaseAsync(target.Id, cancellationToken);
                var owner = await LoadAsync(scope.Context, target.Id, cancellationToken);
                if (owner is null || !CaseAccess.MayAddress(actor, owner))
                {
                    return new NotFound(RefusalCode.CaseNotFound);
                }

                if (target.Version is { } seen && seen != owner.Version)
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                var work = new CaseWork(owner, protection.Open(owner.Id, owner.ProtectedData), actor, clock, current);
                var (status, data) = (owner.Status, owner.ProtectedData);
                if (await apply(work, scope) is { } refusal)
                {
                    return refusal;
                }

                // "Pelanggan Baru" is asked at intake, again at verification, and whenever the answer may be another one.
                var arrived = owner.Status != status && owner.Status is CaseStatus.Received or CaseStatus.InVerification;
                if (arrived || (owner.Status != CaseStatus.Draft && !ReferenceEquals(owner.ProtectedData, data)))
                {
                    await duplicates.RunAsync(work, scope, cancellationToken);
                }

                // Nobody will send what they had begun: it was about a case that goes on.
                if (CaseStatuses.Of(owner.Status).IsClosed && !CaseStatuses.Of(status).IsClosed)
                {
                    await DropFormDraftHandler.EndAsync(scope.Context, owner.Id, cancellationToken);
                }

                if (work.HasChanges)
                {
                    scope.Take(work);
                }

                return new CaseState(owner.Id, owner.Number, owner.Status, owner.Version);
            },
            cancellationToken);
    }

    /// <summary>Loads a case with all its parts.</summary>
    internal static async Task<OnboardingCase?> LoadAsync(OnboardingContext context, Guid id, CancellationToken cancellationToken)
    {
        var owner = await CaseParts.LoadAsync(context, id, cancellationToken);
        if (owner is not null)
        {
            await DuplicateSearch.FillOthersAsync(context, [owner], cancellationToken);
        }

        return owner;
    }

    /// <summary>Loads several cases with all their parts, one query a part for all of them; only to look at.</summary>
    internal static async Task<IReadOnlyList<OnboardingCase>> LoadAsync(OnboardingContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var owners = await WithParts(context).Where(item => ids.Contains(item.Id)).ToListAsync(cancellationToken);
        await DuplicateSearch.FillOthersAsync(context, owners, cancellationToken);
        return owners;
    }

    private static IQueryable<OnboardingCase> WithParts(OnboardingContext context) =>
        context.Cases
            .Include(item => item.WorkItems)
            .Include(item => item.Documents)
            .Include(item => item.Ticks)
            .Include(item => item.Checks)
            .Include(item => item.Reentries)
            .Include(item => item.SourceAnswers)
            .Include(item => item.Clarifications).ThenInclude(round => round.Items)
            .Include(item => item.Contacts)
            .Include(item => item.Decisions)
            .Include(item => item.Objections)
            .Include(item => item.SendBackPoints)
            .Include(item => item.FollowUps)
            .Include(item => item.Participations)
            .Include(item => item.Consents)
            .Include(item => item.Duplicates)
            .Include(item => item.Feedback)
            .AsSplitQuery();
}
