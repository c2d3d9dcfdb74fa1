using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>Adds the files of one request to a case: all of them or none.</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="BatchKey">The key under which the files were uploaded (<see cref="PendingDocument.SubmissionKey"/>).</param>
/// <param name="Key">By what the request is known when it comes again, or null.</param>
public sealed record AttachDocuments(Guid CaseId, Guid BatchKey, RepeatKey? Key);

/// <summary>Handles <see cref="AttachDocuments"/>. The files came in through the same door as those of the public form.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="repeated">Answers given before.</param>
public sealed class AttachDocumentsHandler(CaseWriter writer, RepeatedRequests repeated) : IUseCase
{
    /// <summary>Adds the files, and keeps the answer when the request carries a key.</summary>
    /// <param name="command">Which files to which case.</param>
    /// <param name="compose">Writes the answer from the documents that were added.</param>
    /// <param name="actor">The partner.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public async Task<Result<GivenAnswer>> HandleAsync(
        AttachDocuments command, Func<IReadOnlyList<PartnerDocument>, PartnerAnswer> compose, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Partner))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var partnerId = Guid.ParseExact(actor.Id, "N");
        PartnerAnswer? known = null;
        PartnerAnswer? composed = null;
        var result = await writer.ActAsync(
            new CaseTarget(command.CaseId, null),
            actor,
            async (work, scope) =>
            {
                var waiting = await scope.Context.PendingDocuments
                    .Where(document => document.SubmissionKey == command.BatchKey)
                    .OrderBy(document => document.Id)
                    .ToListAsync(cancellationToken);
                if (command.Key is { } key)
                {
                    var found = await repeated.FindAsync(scope.Context, key, work.Now, cancellationToken);
                    known = found.IsDone ? found.Value : null;
                    if (!found.IsDone || known is not null)
                    {
                        return found.Refusal;
                    }
                }

                var added = Add(work, waiting, command.BatchKey);
                if (!added.IsDone)
                {
                    return added.Refusal;
                }

                scope.Context.PendingDocuments.RemoveRange(waiting);
                composed = compose([.. PartnerCases.Documents(work.Case, partnerId).Where(document => added.Value.Contains(document.Id))]);
                if (command.Key is not null)
                {
                    await repeated.KeepAsync(scope.Context, command.Key, composed, work.Now, cancellationToken);
                }

                return null;
            },
            cancellationToken);
        if (known is not null)
        {
            return new GivenAnswer(known, IsReplay: true);
        }

        return result.IsDone ? new GivenAnswer(composed!, IsReplay: false) : result.Refusal;
    }

    private static Result<HashSet<Guid>> Add(CaseWork work, List<PendingDocument> waiting, Guid request)
    {
        if (work.Case.Documents.Count + waiting.Count > AddDocumentHandler.MostDocuments)
        {
            return new NotAllowed(RefusalCode.TooManyDocuments, "100");
        }

        // The files of one request are one version; a later request replaces what was sent.
        return PendingDocuments.Add(work, waiting, request) is { } refusal ? refusal : waiting.Select(document => document.Id).ToHashSet();
    }
}
