using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>Lets an import run after its dry run, or go on from where it stopped.</summary>
/// <param name="BatchId">Which import.</param>
/// <param name="LeavesOutErrors">The person has seen that rows with errors are left out; required when there are any.</param>
public sealed record StartImport(Guid BatchId, bool LeavesOutErrors);

/// <summary>Handles <see cref="StartImport"/>.</summary>
/// <param name="writer">The gate to an import.</param>
public sealed class StartImportHandler(ImportWriter writer) : IUseCase
{
    /// <summary>Marks it as due; whoever looks after imports takes it up.</summary>
    public Task<Result<Done>> HandleAsync(StartImport command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.BatchId,
            actor,
            (batch, now) =>
            {
                if (!batch.MayStart)
                {
                    return (null, new Conflict(RefusalCode.ImportNotReady));
                }

                if (batch is { IsChecked: true, RowsWithErrors: > 0 } && !command.LeavesOutErrors)
                {
                    return (null, new Invalid(nameof(StartImport.LeavesOutErrors), InputProblem.Required));
                }

                batch.Start(actor, now);
                return (new AuditEntry("Import.Start") { Details = $$"""{"import":"{{batch.Id:N}}","rows":{{batch.Rows}},"errors":{{batch.RowsWithErrors}}}""" }, null);
            },
            cancellationToken);
}
