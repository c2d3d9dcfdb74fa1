using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Takes a document out of an offline entry that was not sent in: a wrong scan need not be kept (stage 1; UU PDP Pasal 16).</summary>
/// <param name="Target">Which case.</param>
/// <param name="DocumentId">Which document.</param>
public sealed record RemoveDraftDocument(CaseTarget Target, Guid DocumentId);

/// <summary>Handles <see cref="RemoveDraftDocument"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="storage">Document storage.</param>
public sealed class RemoveDraftDocumentHandler(CaseWriter writer, IDocumentStorage storage) : IUseCase
{
    /// <summary>Removes it from the case, then its file.</summary>
    public async Task<Result<CaseState>> HandleAsync(RemoveDraftDocument command, Actor actor, CancellationToken cancellationToken)
    {
        var fileId = Guid.Empty;
        var result = await writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                var document = work.Case.Documents.FirstOrDefault(item => item.Id == command.DocumentId);
                fileId = document?.FileId ?? Guid.Empty;
                if (work.Act(CaseAction.RemoveDocument, details: $$"""{"document":"{{command.DocumentId:N}}","kind":"{{document?.Kind}}"}""") is { } refusal)
                {
                    return refusal;
                }

                return work.Case.RemoveDocument(command.DocumentId) ? null : new NotFound(RefusalCode.DocumentNotFound);
            },
            cancellationToken);
        if (result.IsDone)
        {
            await storage.DeleteAsync(fileId, CancellationToken.None);
        }

        return result;
    }
}
