using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>
/// Ends an import that rests, for good: its file goes at once rather than when nobody comes back to it (UU PDP Pasal 43). The
/// cases that were made stay, and so does what is known of the rows.
/// </summary>
/// <param name="BatchId">Which import.</param>
public sealed record EndImport(Guid BatchId);

/// <summary>Handles <see cref="EndImport"/>.</summary>
/// <param name="writer">The gate to an import.</param>
/// <param name="storage">The files.</param>
public sealed class EndImportHandler(ImportWriter writer, ImportFileStorage storage) : IUseCase
{
    /// <summary>Ends it and deletes its file; asking twice changes nothing more.</summary>
    public async Task<Result<Done>> HandleAsync(EndImport command, Actor actor, CancellationToken cancellationToken)
    {
        var ended = await writer.ActAsync(
            command.BatchId,
            actor,
            (batch, now) =>
            {
                if (batch.State == ImportState.Ended)
                {
                    return default;
                }

                if (!batch.MayEnd)
                {
                    return (null, new Conflict(RefusalCode.ImportNotReady));
                }

                batch.End(now);
                return (new AuditEntry("Import.End") { Details = $$"""{"import":"{{batch.Id:N}}","registered":{{batch.Registered}},"rows":{{batch.Rows}}}""" }, null);
            },
            cancellationToken);
        if (ended.IsDone)
        {
            // Without its key nobody can read it any more; what a crash leaves here is swept.
            storage.Delete(command.BatchId);
        }

        return ended;
    }
}
