using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Drafts;

/// <summary>Forgets drafts: the form was sent or given up, its case has ended, or nobody came back to it.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for looking.</param>
/// <param name="clock">Clock.</param>
public sealed class DropFormDraftHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>How long a draft is kept that nobody touches (UU PDP Pasal 16: no longer than needed).</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>At most this many in one call of <see cref="SweepAsync"/>; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Forgets a person's own draft of one form. One that is not there is forgotten already.</summary>
    public Task<Result<Done>> HandleAsync(DraftSubject subject, string form, Actor actor, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (await subject.FindAsync(scope.Context, actor, cancellationToken) is not { } id)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                await scope.Context.FormDrafts
                    .Where(draft => draft.SubjectId == id && draft.PersonId == actor.Id && draft.Form == form)
                    .ExecuteDeleteAsync(cancellationToken);
                return Done.Instance;
            },
            cancellationToken);

    /// <summary>Forgets what nobody touched for long; answers how many.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var before = Instant.Now(clock) - KeptFor;
        await using var context = contexts.CreateDbContext();
        var old = await context.FormDrafts.Where(draft => draft.SavedAt <= before).OrderBy(draft => draft.SavedAt).Select(draft => draft.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (old.Count == 0)
        {
            return 0;
        }

        // Asked again inside the write: somebody may be typing into one of them at this moment.
        var removed = await unitOfWork.WriteAsync<int>(
            async scope => await scope.Context.FormDrafts.Where(draft => old.Contains(draft.Id) && draft.SavedAt <= before).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
        return removed.IsDone ? removed.Value : 0;
    }

    /// <summary>Forgets everybody's drafts on a case that ends, in the transaction that ends it.</summary>
    internal static Task<int> EndAsync(OnboardingContext context, Guid subjectId, CancellationToken cancellationToken) =>
        context.FormDrafts.Where(draft => draft.SubjectId == subjectId).ExecuteDeleteAsync(cancellationToken);
}
