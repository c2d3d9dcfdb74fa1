using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake.Online;

/// <summary>Throws a draft away with its documents: the person starts anew, or its time is over.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for looking.</param>
/// <param name="uploads">The documents that wait for it.</param>
/// <param name="clock">Clock.</param>
public sealed class ForgetRegistrationDraftHandler(
    UnitOfWork unitOfWork, OnboardingContextFactory contexts, UploadPendingDocumentHandler uploads, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call of <see cref="SweepAsync"/>; the caller calls again after a full batch.</summary>
    public const int BatchSize = 100;

    /// <summary>Throws away what a link leads to; a link that leads nowhere is refused.</summary>
    /// <param name="token">Token of the draft's link.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public async Task<Result<Done>> HandleAsync(string token, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var draft = await RegistrationDraftReader.Valid(context, token, now)
            .Select(item => new { item.Id, item.SubmissionKey })
            .SingleOrDefaultAsync(cancellationToken);
        if (draft is null || !await RemoveAsync(draft.Id, draft.SubmissionKey, DateTimeOffset.MaxValue, cancellationToken))
        {
            return new NotFound(RefusalCode.LinkNotValid);
        }

        return Done.Instance;
    }

    /// <summary>Throws away what is past its date (UU PDP Pasal 16: no longer than needed); answers how many.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var expired = await context.RegistrationDrafts.AsNoTracking()
            .Where(draft => draft.ExpiresAt <= now)
            .OrderBy(draft => draft.ExpiresAt)
            .Select(draft => new { draft.Id, draft.SubmissionKey })
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var draft in expired)
        {
            await RemoveAsync(draft.Id, draft.SubmissionKey, now, cancellationToken);
        }

        return expired.Count;
    }

    // The draft first: documents without one are what the hourly job removes, should this stop between the two.
    private async Task<bool> RemoveAsync(Guid id, Guid submissionKey, DateTimeOffset expiredBefore, CancellationToken cancellationToken)
    {
        var removed = await unitOfWork.WriteAsync<int>(
            async scope => await scope.Context.RegistrationDrafts
                .Where(draft => draft.Id == id && draft.ExpiresAt <= expiredBefore)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
        if (removed is not { IsDone: true, Value: > 0 })
        {
            return false;
        }

        foreach (var document in await uploads.ListAsync(submissionKey, cancellationToken))
        {
            await uploads.RemoveAsync(submissionKey, document.Id, cancellationToken);
        }

        return true;
    }
}
