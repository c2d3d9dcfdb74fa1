using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Core.Imports;

/// <summary>
/// Removes files of imports that rest for too long (data is kept no longer than it is needed, UU PDP Pasal 43), and files that no
/// import knows, which a crash left behind.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">The files.</param>
/// <param name="settings">How long files are kept.</param>
/// <param name="clock">Clock.</param>
public sealed class SweepImportFilesHandler(
    OnboardingContextFactory contexts, UnitOfWork unitOfWork, ImportFileStorage storage, ImportSettings settings, TimeProvider clock) : IUseCase
{
    /// <summary>The most that one call forgets.</summary>
    public const int BatchSize = 100;

    // Longer than any upload takes.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Sweeps; answers how many imports lost their file.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var forgotten = await unitOfWork.WriteAsync<int>(
            async scope =>
            {
                var before = now.AddDays(-settings.KeepFileDays);
                var resting = await scope.Context.ImportBatches
                    .Where(batch => batch.ProtectedFileKey != null && batch.StateAt < before
                        && (batch.State == ImportState.Checked || batch.State == ImportState.Cancelled || batch.State == ImportState.Failed))
                    .OrderBy(batch => batch.Id).Take(BatchSize).ToListAsync(cancellationToken);
                resting.ForEach(batch => batch.ForgetFile());
                return resting.Count;
            },
            cancellationToken);
        await using var context = contexts.CreateDbContext();
        foreach (var id in storage.StoredBefore(now - Patience))
        {
            if (!await context.ImportBatches.AnyAsync(batch => batch.Id == id && batch.ProtectedFileKey != null, cancellationToken))
            {
                storage.Delete(id);
            }
        }

        storage.RemoveAbandoned(now - Patience);
        return forgotten.IsDone ? forgotten.Value : 0;
    }
}
