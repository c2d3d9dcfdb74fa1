using Onboarding.Core.Documents;

namespace Onboarding.Portal.Jobs;

/// <summary>Removes files without an entry and reports entries without a file.</summary>
internal sealed class DocumentSweepJob(SweepDocumentFilesHandler handler, DocumentSweepHistory found, JobHistory history, ILogger<DocumentSweepJob> log)
    : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => int.MaxValue;

    /// <inheritdoc />
    protected override async Task<int> RunAsync(CancellationToken cancellation)
    {
        DocumentSweep sweep = await handler.HandleAsync(cancellation);
        found.Last = sweep;
        foreach (Guid file in sweep.FirstMissing)
        {
            JobLog.FileMissing(log, file);
        }

        return sweep.Removed;
    }
}

/// <summary>Remembers what the last sweep on this node found, for health.</summary>
public sealed class DocumentSweepHistory
{
    /// <summary>The last sweep, or null before the first.</summary>
    public DocumentSweep? Last { get; set; }
}
