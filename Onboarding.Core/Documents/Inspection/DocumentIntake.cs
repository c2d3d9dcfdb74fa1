using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Tools;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>
/// The one way by which content from outside becomes a document, whichever door it comes through: into a private folder,
/// judged while it arrives, looked into, and stored encrypted. A refused file leaves nothing behind.
/// </summary>
/// <param name="inspector">Looks into files.</param>
/// <param name="storage">Document storage.</param>
/// <param name="tools">Gives private folders.</param>
/// <param name="clock">Clock.</param>
public sealed class DocumentIntake(IDocumentInspector inspector, IDocumentStorage storage, ToolRunner tools, TimeProvider clock)
{
    /// <summary>Takes content in. Memory does not grow with it.</summary>
    /// <param name="content">The content, read to its end unless a refusal is certain before.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind then.</param>
    /// <returns>What to record, or a refusal <see cref="RefusalCode.DocumentRejected"/>.</returns>
    public async Task<Result<TakenDocument>> TakeAsync(Stream content, CancellationToken cancellationToken)
    {
        using var folder = tools.OpenFolder();
        var received = await ReceivedFile.TakeAsync(folder, content, cancellationToken);
        return received.IsDone ? await StoreAsync(received.Value, cancellationToken) : received.Refusal;
    }

    /// <summary>
    /// Takes content in and lets the caller record it. What the caller refuses is removed again. When recording fails in a way
    /// that leaves open whether it was committed, the file stays: a file without an entry is swept up a day later, while an
    /// entry without its file would be a lost document.
    /// </summary>
    /// <param name="content">The content.</param>
    /// <param name="record">Writes the entry, in a transaction.</param>
    /// <param name="cancellationToken">Ends the work until the commit begins.</param>
    public async Task<Result<T>> TakeAsync<T>(Stream content, Func<TakenDocument, Task<Result<T>>> record, CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(content, cancellationToken);
        if (!taken.IsDone)
        {
            return taken.Refusal;
        }

        var isUnrecorded = false;
        try
        {
            var result = await record(taken.Value);
            isUnrecorded = !result.IsDone;
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A commit that has begun is not cancelled any more.
            isUnrecorded = true;
            throw;
        }
        finally
        {
            if (isUnrecorded)
            {
                await storage.DeleteAsync(taken.Value.Stored.Id, CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// Looks again into a document that waits. What was made of it is stored under a new id; the caller records that, and
    /// removes the old file after its commit.
    /// </summary>
    /// <param name="waiting">The document as it was received.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DocumentUnreadableException">The stored file is missing or altered.</exception>
    public async Task<Result<TakenDocument>> ReviewAsync(StoredDocument waiting, CancellationToken cancellationToken)
    {
        using var folder = tools.OpenFolder();
        await using var content = await storage.OpenAsync(waiting, cancellationToken);
        var received = await ReceivedFile.TakeAsync(folder, content, cancellationToken);
        if (!received.IsDone)
        {
            return received.Refusal;
        }

        var file = received.Value;
        return await inspector.InspectAsync(file, cancellationToken) switch
        {
            Verdict.Passed passed when passed.Path == file.Path => Taken(file, waiting, DocumentState.Usable) with { IsVirusScanned = passed.IsVirusScanned },
            Verdict.Passed passed => await KeepAsync(file, passed, cancellationToken),
            Verdict.Infected infected => Taken(file, waiting, DocumentState.Quarantined, infected.Finding),
            Verdict.Refused refused => refused.Reason.ToRefusal(),
            _ => Taken(file, waiting, DocumentState.NotYetChecked),
        };
    }

    private static TakenDocument Taken(ReceivedFile file, StoredDocument stored, DocumentState state, string? finding = null) =>
        new(stored, state, file.Type, finding, file.Sha256);

    private async Task<Result<TakenDocument>> StoreAsync(ReceivedFile file, CancellationToken cancellationToken) =>
        await inspector.InspectAsync(file, cancellationToken) switch
        {
            Verdict.Passed passed => await KeepAsync(file, passed, cancellationToken),
            Verdict.Infected infected => await KeepAsync(file, file.Path, DocumentState.Quarantined, infected.Finding, cancellationToken),
            Verdict.Refused refused => refused.Reason.ToRefusal(),
            _ => await KeepAsync(file, file.Path, DocumentState.NotYetChecked, null, cancellationToken),
        };

    private async Task<Result<TakenDocument>> KeepAsync(ReceivedFile file, Verdict.Passed passed, CancellationToken cancellationToken)
    {
        var kept = await KeepAsync(file, passed.Path, DocumentState.Usable, null, cancellationToken);
        return kept.IsDone ? kept.Value with { IsVirusScanned = passed.IsVirusScanned } : kept;
    }

    private async Task<Result<TakenDocument>> KeepAsync(ReceivedFile file, string path, DocumentState state, string? finding, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        var stored = await storage.StoreAsync(SequentialId.New(clock), content, cancellationToken);
        return stored.IsDone ? Taken(file, stored.Value, state, finding) : stored.Refusal;
    }
}
