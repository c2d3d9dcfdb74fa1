using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Adds a document, or a new version of one (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Name under which it was chosen.</param>
public sealed record AddDocument(CaseTarget Target, DocumentKind Kind, string FileName);

/// <summary>A document that was added.</summary>
/// <param name="Case">The case with it.</param>
/// <param name="Id">The document.</param>
/// <param name="State">What is known of its content.</param>
public sealed record AddedDocument(CaseState Case, Guid Id, DocumentState State);

/// <summary>Handles <see cref="AddDocument"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="intake">Takes the content in.</param>
public sealed class AddDocumentHandler(CaseWriter writer, DocumentIntake intake) : IUseCase
{
    /// <summary>More versions than any case needs.</summary>
    public const int MostDocuments = 100;

    /// <summary>Stores the content and adds it; when the case refuses, nothing is left in the storage.</summary>
    public async Task<Result<AddedDocument>> HandleAsync(AddDocument command, Stream content, Actor actor, CancellationToken cancellationToken)
    {
        if (command.Kind == DocumentKind.IssuedForm || !Enum.IsDefined(command.Kind))
        {
            return new Invalid(nameof(AddDocument.Kind), InputProblem.UnknownChoice);
        }

        return await intake.TakeAsync<AddedDocument>(
            content,
            async taken =>
            {
                var added = await writer.ActAsync(command.Target, actor, work => Add(work, command, taken), cancellationToken);
                return added.IsDone ? new AddedDocument(added.Value, taken.Stored.Id, taken.State) : added.Refusal;
            },
            cancellationToken);
    }

    private static Refusal? Add(CaseWork work, AddDocument command, TakenDocument taken)
    {
        if (work.Case.Documents.Count >= MostDocuments)
        {
            return new NotAllowed(RefusalCode.TooManyDocuments, "100");
        }

        var id = taken.Stored.Id;
        var details = $$"""{"document":"{{id:N}}","kind":"{{command.Kind}}","state":"{{taken.State}}","sha256":"{{Convert.ToHexStringLower(taken.Stored.Sha256)}}","received":"{{Convert.ToHexStringLower(taken.ReceivedSha256)}}"}""";
        if (work.Act(CaseAction.AddDocument, details: details) is { } refusal)
        {
            return refusal;
        }

        work.Case.AddDocument(id, command.Kind, FileNames.Shown(command.FileName), taken, work.Actor, work.Now);
        return null;
    }
}
