using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Notifications;

/// <summary>
/// Marks notices as read, each person's own and no others: another person's id changes nothing. The person's other pages are told.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class MarkNoticesReadHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>Marks these.</summary>
    public Task<Result<Done>> MarkAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellationToken) =>
        MarkAsync(notices => notices.Where(notice => ids.Contains(notice.Id)), actor, cancellationToken);

    /// <summary>Marks everything about a case or customer: whoever opens it knows.</summary>
    public Task<Result<Done>> MarkAboutAsync(string number, Actor actor, CancellationToken cancellationToken) =>
        MarkAsync(notices => notices.Where(notice => notice.Number == number), actor, cancellationToken);

    /// <summary>Marks everything up to the newest that was seen; what came after it stays.</summary>
    public Task<Result<Done>> MarkAllAsync(Guid upTo, Actor actor, CancellationToken cancellationToken) =>
        MarkAsync(notices => notices.Where(notice => notice.Id.CompareTo(upTo) <= 0), actor, cancellationToken);

    private async Task<Result<Done>> MarkAsync(Func<IQueryable<Notice>, IQueryable<Notice>> which, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || actor.Roles.Count == 0)
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var now = Instant.Now(clock);
                var marked = await which(scope.Context.Notices.Where(notice => notice.PersonId == actor.Id && notice.ReadAt == null))
                    .ExecuteUpdateAsync(change => change.SetProperty(notice => notice.ReadAt, now), cancellationToken);
                if (marked > 0)
                {
                    scope.Tell(CaseChange.Only(SequentialId.New(clock), [actor.Id]));
                }

                return Done.Instance;
            },
            cancellationToken);
    }
}
