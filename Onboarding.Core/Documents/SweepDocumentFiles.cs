using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Documents;

/// <summary>What a sweep found.</summary>
/// <param name="Removed">Files without an entry that were removed.</param>
/// <param name="Missing">Entries whose file is not there. Somebody has to see to them: they are lost documents.</param>
/// <param name="FirstMissing">The first of them, by file.</param>
public sealed record DocumentSweep(int Removed, int Missing, IReadOnlyList<Guid> FirstMissing);

/// <summary>
/// Compares the storage with the database. A file that has no entry a day after it was written belongs to an upload whose
/// commit failed or to a version that was replaced, and is removed; an entry without a file is reported and never touched.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="storage">Document storage.</param>
/// <param name="clock">Clock.</param>
public sealed class SweepDocumentFilesHandler(OnboardingContextFactory contexts, IDocumentStorage storage, TimeProvider clock) : IUseCase
{
    private const int BatchSize = 500;
    private const int MostNamed = 20;

    // Longer than any upload and any transaction takes.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Sweeps. Memory does not grow with the number of files.</summary>
    public async Task<DocumentSweep> HandleAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var removed = 0;
        foreach (var files in storage.StoredBefore(clock.GetUtcNow() - Patience).Chunk(BatchSize))
        {
            var known = await KnownAsync(context, files, cancellationToken);
            foreach (var file in files.Where(file => !known.Contains(file)))
            {
                await storage.DeleteAsync(file, cancellationToken);
                removed++;
            }
        }

        var missing = new Missing();
        await LookAsync(context.Documents, missing, cancellationToken);
        await LookAsync(context.PendingDocuments, missing, cancellationToken);
        return new DocumentSweep(removed, missing.Count, missing.First);
    }

    private static async Task<HashSet<Guid>> KnownAsync(OnboardingContext context, Guid[] files, CancellationToken cancellationToken)
    {
        var known = await Kept(context.Documents).Where(document => files.Contains(document.FileId)).Select(document => document.FileId).ToListAsync(cancellationToken);
        known.AddRange(await Kept(context.PendingDocuments).Where(document => files.Contains(document.FileId)).Select(document => document.FileId).ToListAsync(cancellationToken));
        known.AddRange(await context.PrintRequests.AsNoTracking().Where(print => print.FileId != null && files.Contains(print.FileId.Value)).Select(print => print.FileId!.Value).ToListAsync(cancellationToken));
        known.AddRange(await context.PrintItems.AsNoTracking().Where(print => print.FileId != null && files.Contains(print.FileId.Value)).Select(print => print.FileId!.Value).ToListAsync(cancellationToken));
        return [.. known];
    }

    private async Task LookAsync<T>(IQueryable<T> documents, Missing missing, CancellationToken cancellationToken)
        where T : KeptDocument
    {
        var last = Guid.Empty;
        List<Guid> batch;
        do
        {
            batch = await Kept(documents).Where(document => document.FileId.CompareTo(last) > 0).OrderBy(document => document.FileId)
                .Select(document => document.FileId).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var file in batch.Where(file => !storage.Contains(file)))
            {
                missing.Add(file);
            }

            last = batch.LastOrDefault();
        }
        while (batch.Count == BatchSize);
    }

    private static IQueryable<T> Kept<T>(IQueryable<T> documents)
        where T : KeptDocument => documents.AsNoTracking().Where(document => document.State != DocumentState.Removed);

    private sealed class Missing
    {
        private readonly List<Guid> _first = [];

        public int Count { get; private set; }

        public IReadOnlyList<Guid> First => _first;

        public void Add(Guid file)
        {
            Count++;
            if (_first.Count < MostNamed)
            {
                _first.Add(file);
            }
        }
    }
}
