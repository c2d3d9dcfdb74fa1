using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Core.Partners;

/// <summary>Forgets the answers whose time is over.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class SweepKeptAnswersHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 500;

    /// <summary>Removes a batch; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var removed = await unitOfWork.WriteAsync<int>(
            async scope =>
            {
                var ids = await scope.Context.KeptAnswers
                    .Where(item => item.ExpiresAt <= now)
                    .OrderBy(item => item.ExpiresAt)
                    .Select(item => item.Id)
                    .Take(BatchSize)
                    .ToListAsync(cancellationToken);
                return await scope.Context.KeptAnswers.Where(item => ids.Contains(item.Id)).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
        return removed.Value;
    }
}
