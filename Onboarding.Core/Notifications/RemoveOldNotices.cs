using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Notifications;

/// <summary>Removes notices that are past their time, read or not. Called by a job.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="settings">How long they are kept.</param>
/// <param name="clock">Clock.</param>
public sealed class RemoveOldNoticesHandler(UnitOfWork unitOfWork, NoticeSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 1000;

    /// <summary>Removes what is past its time now; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var oldest = Instant.Now(clock) - TimeSpan.FromDays(settings.KeepDays);
        var removed = 0;
        await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var context = scope.Context;
                var ids = await context.Notices.Where(notice => notice.At < oldest).OrderBy(notice => notice.At).Select(notice => notice.Id)
                    .Take(BatchSize).ToListAsync(cancellationToken);
                removed = await context.Notices.Where(notice => ids.Contains(notice.Id)).ExecuteDeleteAsync(cancellationToken);
                await context.NoticeDigests.Where(digest => digest.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
        return removed;
    }
}
