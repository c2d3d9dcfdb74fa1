using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Adds a document, or a new version of one (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Name under which it was chosen.</param>
public sealed record AddDocument(CaseTarget Target, DocumentKind Kind, string FileName);

/// <summary>Handles <see cref="AddDocument"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="storage">Document storage.</param>
/// <param name="clock">Clock.</param>
public sealed class AddDocumentHandler(CaseWriter writer, IDocumentStorage storage, TimeProvider clock) : IUseCase
{
    /// <summary>More versions than any case needs.</summary>
    public const int MostDocuments = 100;

    /// <summary>Stores the content and adds it; when the case refuses, nothing is left in the storage.</summary>
    public async Task<Result<CaseState>> HandleAsync(AddDocument command, Stream content, Actor actor, CancellationToken cancellationToken)
    {
        if (command.Kind == DocumentKind.IssuedForm || !Enum.IsDefined(command.Kind))
        {
            return new Invalid(nameof(AddDocument.Kind), InputProblem.UnknownChoice);
        }

        var stored = await storage.StoreAsync(SequentialId.New(clock), content, cancellationToken);
        if (!stored.IsDone)
        {
            return stored.Refusal;
        }

        var isKept = false;
        try
        {
            var result = await writer.ActAsync(command.Target, actor, work => Add(work, command, stored.Value), cancellationToken);
            isKept = result.IsDone;
            return result;
        }
        finally
        {
            if (!isKept)
            {
                await storage.DeleteAsync(stored.Value.Id, CancellationToken.None);
            }
        }
    }

    private static Refusal? Add(CaseWork work, AddDocument command, StoredDocument stored)
    {
        if (work.Case.Documents.Count >= MostDocuments)
        {
            return new NotAllowed(RefusalCode.TooManyDocuments, "100");
        }

        var details = $$"""{"document":"{{stored.Id:N}}","kind":"{{command.Kind}}","sha256":"{{Convert.ToHexStringLower(stored.Sha256)}}"}""";
        if (work.Act(CaseAction.AddDocument, details: details) is { } refusal)
        {
            return refusal;
        }

        work.Case.AddDocument(command.Kind, FileNames.Shown(command.FileName), stored, work.Actor, work.Now);
        work.Case.TakePart(work.Actor, CaseStatuses.Of(work.Case.Status).Stage == Stage.Verification ? Part.Verified : Part.Entered, work.Now);
        return null;
    }
}
