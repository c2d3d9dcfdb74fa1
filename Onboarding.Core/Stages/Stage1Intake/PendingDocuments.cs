using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Moves what was uploaded before the registration, or before a reply was sent, into the case.</summary>
internal static class PendingDocuments
{
    /// <summary>Into a case that begins, or answers: its own event tells of them.</summary>
    public static async Task<IReadOnlyList<CaseDocument>> MoveIntoAsync(CaseWork work, WriteScope scope, Guid submissionKey, CancellationToken cancellationToken)
    {
        var waiting = await TakeAsync(scope, submissionKey, cancellationToken);
        return waiting.ConvertAll(document => Add(work, document));
    }

    /// <summary>Into a draft that is saved or sent in: each is an event of its own. What arrives later waits for the next time.</summary>
    public static async Task<Refusal?> MoveIntoDraftAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        // Whoever uploads at this moment sees either the draft, and waits, or that it was sent in, and is refused.
        await scope.LockSubmissionAsync(work.Case.SubmissionKey, cancellationToken);
        return Add(work, await TakeAsync(scope, work.Case.SubmissionKey, cancellationToken));
    }

    /// <summary>Into a case that is there, each an event of its own; null when done.</summary>
    public static Refusal? Add(CaseWork work, IReadOnlyList<PendingDocument> waiting)
    {
        foreach (var document in waiting)
        {
            var details = $$"""{"document":"{{document.Id:N}}","kind":"{{document.Kind}}","state":"{{document.State}}","sha256":"{{Convert.ToHexStringLower(document.Sha256)}}"}""";
            if (work.Act(CaseAction.AddDocument, details: details) is { } refusal)
            {
                return refusal;
            }

            Add(work, document);
        }

        return null;
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

    private static CaseDocument Add(CaseWork work, PendingDocument document) =>
        work.Case.AddDocument(document.Id, document.Kind, document.FileName, document.ToTaken(), work.Actor, work.Now, document.UploadId);
}
