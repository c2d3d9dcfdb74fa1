using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>Stops an import after the row at hand. What was registered stays.</summary>
/// <param name="BatchId">Which import.</param>
public sealed record CancelImport(Guid BatchId);

/// <summary>Handles <see cref="CancelImport"/>.</summary>
/// <param name="writer">The gate to an import.</param>
public sealed class CancelImportHandler(ImportWriter writer) : IUseCase
{
    /// <summary>Asks it to stop; asking twice changes nothing more.</summary>
    public Task<Result<Done>> HandleAsync(CancelImport command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.BatchId,
            actor,
            (batch, now) =>
            {
                if (batch.CancelRequestedAt is not null || batch.State == ImportState.Cancelled)
                {
                    return default;
                }

                if (!batch.MayCancel)
                {
                    return (null, new Conflict(RefusalCode.ImportNotReady));
                }

                batch.RequestCancel(now);
                return (new AuditEntry("Import.Cancel") { Details = $$"""{"import":"{{batch.Id:N}}","registered":{{batch.Registered}}}""" }, null);
            },
            cancellationToken);
}
