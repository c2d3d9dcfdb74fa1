using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>Removes the files of bulk prints that are past their time (data is kept no longer than it is needed, UU PDP Pasal 43).</summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">Document storage.</param>
/// <param name="join">Removes separate files.</param>
/// <param name="settings">How long what was stopped or failed is kept.</param>
/// <param name="clock">Clock.</param>
public sealed class SweepPrintsHandler(
    OnboardingContextFactory contexts, UnitOfWork unitOfWork, IDocumentStorage storage, PrintJoining join, PrintSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>The most that one call removes.</summary>
    public const int BatchSize = 50;

    /// <summary>Sweeps; answers how many prints lost their files.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var before = now - TimeSpan.FromHours(settings.KeepHours);
        List<Guid> due;
        await using (var context = contexts.CreateDbContext())
        {
            due = await context.PrintRequests.AsNoTracking()
                .Where(request => request.FormId == null
                    && (request.ExpiresAt < now || ((request.State == PrintState.Failed || request.State == PrintState.Cancelled) && request.StateAt < before))
                    && (request.FileId != null || context.PrintItems.Any(item => item.RequestId == request.Id && item.FileId != null)))
                .OrderBy(request => request.Id).Take(BatchSize).Select(request => request.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in due)
        {
            await join.DiscardAsync(id, cancellationToken);
            Guid? file = null;
            var written = await unitOfWork.WriteAsync<Done>(
                async scope =>
                {
                    var row = await scope.Context.PrintRequests.SingleAsync(item => item.Id == id, cancellationToken);
                    file = row.FileId;
                    row.Forget();
                    return Done.Instance;
                },
                cancellationToken);
            if (written.IsDone && file is { } known)
            {
                await storage.DeleteAsync(known, CancellationToken.None);
            }
        }

        return due.Count;
    }
}
