using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>Adds a document, a further page of one, or what replaces one (stages 1 and 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Name under which it was chosen.</param>
public sealed record AddDocument(CaseTarget Target, DocumentKind Kind, string FileName)
{
    /// <summary>The sender's number of this upload: sent again, because the answer was lost, it is the same document. Null where nobody sends again.</summary>
    public Guid? UploadId { get; init; }

    /// <summary>
    /// Names the sending whose files replace what is there of their kind; they are one new version together. Null for a further
    /// page, which joins the newest version.
    /// </summary>
    public Guid? ReplacementId { get; init; }
}

/// <summary>A document that was added.</summary>
/// <param name="Case">The case with it.</param>
/// <param name="Id">The document.</param>
/// <param name="State">What is known of its content.</param>
public sealed record AddedDocument(CaseState Case, Guid Id, DocumentState State);

/// <summary>Handles <see cref="AddDocument"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="intake">Takes the content in.</param>
/// <param name="storage">Document storage.</param>
public sealed class AddDocumentHandler(CaseWriter writer, DocumentIntake intake, IDocumentStorage storage) : IUseCase
{
    /// <summary>More files than any case needs.</summary>
    public const int MostDocuments = 100;

    /// <summary>Stores the content and adds it; when the case refuses, nothing is left in the storage.</summary>
    public async Task<Result<AddedDocument>> HandleAsync(AddDocument command, Stream content, Actor actor, CancellationToken cancellationToken)
    {
        if (command.Kind == DocumentKind.IssuedForm || !Enum.IsDefined(command.Kind))
        {
            return new Invalid(nameof(AddDocument.Kind), InputProblem.UnknownChoice);
        }

        // Before the content is read: what is known, or not wanted, need not travel.
        CaseDocument? known = null;
        var asked = await writer.ActAsync(
            command.Target, actor, work => (known = Known(work, command)) is null ? Refuse(work) : null, cancellationToken);
        if (!asked.IsDone)
        {
            return asked.Refusal;
        }

        return known is not null
            ? new AddedDocument(asked.Value, known.Id, known.State)
            : await intake.TakeAsync(content, taken => AddAsync(command, taken, actor, cancellationToken), cancellationToken);
    }

    private static CaseDocument? Known(CaseWork work, AddDocument command) =>
        command.UploadId is null ? null : work.Case.Documents.FirstOrDefault(document => document.UploadId == command.UploadId);

    private static Refusal? Refuse(CaseWork work) => work.Case.Documents.Count(document => document.Kind != DocumentKind.IssuedForm) >= MostDocuments
        ? new NotAllowed(RefusalCode.TooManyDocuments, "100")
        : TransitionEngine.Decide(work.Facts, CaseAction.AddDocument, work.Actor, null).Refusal;

    private async Task<Result<AddedDocument>> AddAsync(AddDocument command, TakenDocument taken, Actor actor, CancellationToken cancellationToken)
    {
        CaseDocument? document = null;
        var added = await writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                document = Known(work, command);
                return document is null ? Add(work, command, taken, out document) : null;
            },
            cancellationToken);
        if (!added.IsDone)
        {
            return added.Refusal;
        }

        if (document!.Id != taken.Stored.Id)
        {
            // The same upload came over another connection and was faster.
            await storage.DeleteAsync(taken.Stored.Id, CancellationToken.None);
        }

        return new AddedDocument(added.Value, document.Id, document.State);
    }

    private static Refusal? Add(CaseWork work, AddDocument command, TakenDocument taken, out CaseDocument? document)
    {
        document = null;
        if (Refuse(work) is { } unwanted)
        {
            return unwanted;
        }

        var id = taken.Stored.Id;
        var details = $$"""{"document":"{{id:N}}","kind":"{{command.Kind}}","state":"{{taken.State}}","sha256":"{{Convert.ToHexStringLower(taken.Stored.Sha256)}}","received":"{{Convert.ToHexStringLower(taken.ReceivedSha256)}}"}""";
        if (work.Act(CaseAction.AddDocument, details: details) is { } refusal)
        {
            return refusal;
        }

        document = work.Case.AddDocument(id, command.Kind, FileNames.Shown(command.FileName), taken, work.Actor, work.Now, command.UploadId, command.ReplacementId);
        return null;
    }
}
