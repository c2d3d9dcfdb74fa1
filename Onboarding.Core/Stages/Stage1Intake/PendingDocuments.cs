using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Moves what was uploaded before the registration, or before a reply was sent, into the case.</summary>
internal static class PendingDocuments
{
    /// <summary>Into a case that begins: its own event tells of them.</summary>
    public static Task<IReadOnlyList<CaseDocument>> MoveIntoAsync(CaseWork work, WriteScope scope, Guid submissionKey, CancellationToken cancellationToken) =>
        MoveAsync(work, scope, submissionKey, null, cancellationToken);

    /// <summary>Into a case whose applicant answers one item of a round: the files of a round replace what was there.</summary>
    public static Task<IReadOnlyList<CaseDocument>> MoveAnswerAsync(CaseWork work, WriteScope scope, ClarificationItem item, CancellationToken cancellationToken) =>
        MoveAsync(work, scope, item.Id, item.ClarificationId, cancellationToken);

    /// <summary>Into a draft that is saved or sent in: each is an event of its own. What arrives later waits for the next time.</summary>
    public static async Task<Refusal?> MoveIntoDraftAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        // Whoever uploads at this moment sees either the draft, and waits, or that it was sent in, and is refused.
        await scope.LockSubmissionAsync(work.Case.SubmissionKey, cancellationToken);
        return Add(work, await TakeAsync(scope, work.Case.SubmissionKey, cancellationToken));
    }

    /// <summary>Into a case that is there, each an event of its own, as further pages or as a replacement; null when done.</summary>
    public static Refusal? Add(CaseWork work, IReadOnlyList<PendingDocument> waiting, Guid? replacement = null)
    {
        foreach (var document in waiting)
        {
            var details = $$"""{"document":"{{document.Id:N}}","kind":"{{document.Kind}}","state":"{{document.State}}","sha256":"{{Convert.ToHexStringLower(document.Sha256)}}"}""";
            if (work.Act(CaseAction.AddDocument, details: details) is { } refusal)
            {
                return refusal;
            }

            Add(work, document, replacement);
        }

        return null;
    }

    private static async Task<IReadOnlyList<CaseDocument>> MoveAsync(CaseWork work, WriteScope scope, Guid key, Guid? replacement, CancellationToken cancellationToken)
    {
        var waiting = await TakeAsync(scope, key, cancellationToken);
        return waiting.ConvertAll(document => Add(work, document, replacement));
    }

    private static async Task<List<PendingDocument>> TakeAsync(WriteScope scope, Guid submissionKey, CancellationToken cancellationToken)
    {
        var waiting = await scope.Context.PendingDocuments
            .Where(document => document.SubmissionKey == submissionKey)
            .OrderBy(document => document.Id)
            .ToListAsync(cancellationToken);
        scope.Context.PendingDocuments.RemoveRange(waiting);
        return waiting;
    }

    private static CaseDocument Add(CaseWork work, PendingDocument document, Guid? replacement = null) =>
        work.Case.AddDocument(document.Id, document.Kind, document.FileName, document.ToTaken(), work.Actor, work.Now, document.UploadId, replacement);
}
