using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Moves what was uploaded before the registration, or before a reply was sent, into the case.</summary>
internal static class PendingDocuments
{
    public static async Task<IReadOnlyList<CaseDocument>> MoveIntoAsync(CaseWork work, WriteScope scope, Guid submissionKey, CancellationToken cancellationToken)
    {
        var waiting = await scope.Context.PendingDocuments
            .Where(document => document.SubmissionKey == submissionKey)
            .OrderBy(document => document.Id)
            .ToListAsync(cancellationToken);
        scope.Context.PendingDocuments.RemoveRange(waiting);
        return waiting.ConvertAll(document => work.Case.AddDocument(document.Id, document.Kind, document.FileName, document.ToTaken(), work.Actor, work.Now));
    }
}
