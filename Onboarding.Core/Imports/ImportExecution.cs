using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>
/// Registers the rows of an import one by one through the door of all registrations. A row, its case and how far the import is are
/// one transaction: a program that is killed goes on with the next row, and no row becomes two cases.
/// </summary>
/// <param name="register">The one way in for registrations.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">The files.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="settings">Limits.</param>
/// <param name="feed">Told of progress.</param>
/// <param name="clock">Clock.</param>
public sealed class ImportExecution(
    RegisterCaseHandler register, OnboardingContextFactory contexts, UnitOfWork unitOfWork, ImportFileStorage storage, CaseRulesProvider rules, ImportSettings settings,
    ImportProgressFeed feed, TimeProvider clock)
{
    private const int MostWaiting = 200;
    private const string Origin = "import";

    /// <summary>In whose name rows are registered: whoever started it, or uploaded it while it has not started.</summary>
    internal static Actor Importer(ImportBatch batch) => new(
        batch.StartedById ?? batch.UploadedById, batch.StartedByName ?? batch.UploadedByName, FrozenSet.Create(ActorRole.CustomerService), Origin);

    /// <summary>Goes on with an import until it is done, stopped, or the portal stops.</summary>
    internal async Task RunAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var zone = (await rules.GetAsync(cancellationToken)).Policy.Zone;
        var actor = Importer(batch);
        var refused = new List<ImportRow>();
        var lastRow = batch.LastRow;
        await using var content = storage.Open(batch);
        var reader = new ImportFileReader(content, settings.MaxRows);
        await foreach (var record in reader.RowsAsync(cancellationToken))
        {
            if (record.Row <= batch.LastRow)
            {
                continue;
            }

            var row = new ImportRowReader(batch, reader.Header!, zone, Instant.Now(clock)).Read(record);
            lastRow = row.Row;
            if (row.HasErrors || row.Command is null)
            {
                refused.Add(new ImportRow(batch.Id, row.Row, row.Findings.First(finding => finding.IsError)));
            }
            else if (!await RegisterAsync(batch.Id, row, actor, refused, cancellationToken))
            {
                return;
            }

            if (refused.Count >= MostWaiting && !await KeepAsync(batch.Id, lastRow, refused, cancellationToken))
            {
                return;
            }

            feed.Publish(batch.Id);
        }

        if (await KeepAsync(batch.Id, lastRow, refused, cancellationToken))
        {
            await FinishAsync(batch.Id, cancellationToken);
        }
    }

    // False when the import is no longer this run's work.
    private async Task<bool> RegisterAsync(Guid batchId, ReadRow row, Actor actor, List<ImportRow> refused, CancellationToken cancellationToken)
    {
        var together = new RowInTransaction(batchId, row.Row, refused);
        var made = await register.HandleAsync(row.Command!, actor, together, cancellationToken);
        if (together.IsStopped)
        {
            return false;
        }

        if (!made.IsDone)
        {
            refused.Add(new ImportRow(batchId, row.Row, ImportRowRules.Of(made.Refusal, row.Command!.ProductCode, await ProductsAsync(made.Refusal, cancellationToken))));
            return true;
        }

        if (together.IsWritten)
        {
            refused.Clear();
            return true;
        }

        // The case was there before the row said so: it is this row's all the same.
        return await KeepAsync(batchId, row.Row, refused, cancellationToken, new ImportRow(batchId, row.Row, made.Value.State.CaseId, made.Value.State.Number));
    }

    // A product can have come or gone since the dry run, so it is looked up when a row is refused for it.
    private async Task<IReadOnlySet<string>> ProductsAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (refusal.Code != RefusalCode.ProductNotOffered)
        {
            return FrozenSet<string>.Empty;
        }

        await using var context = contexts.CreateDbContext();
        return (await Catalogue.ReadAsync(context, Instant.Now(clock), cancellationToken)).Select(product => product.Code).ToHashSet(StringComparer.Ordinal);
    }

    // Writes rows that were refused, of which nothing else is written; false when the import was stopped meanwhile.
    private async Task<bool> KeepAsync(Guid batchId, int lastRow, List<ImportRow> refused, CancellationToken cancellationToken, ImportRow? registered = null)
    {
        var kept = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!await IsOursAsync(scope, batchId, registered?.Row ?? refused.FirstOrDefault()?.Row ?? int.MaxValue, cancellationToken))
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                await AdvanceAsync(scope.Context, batchId, lastRow, registered is null ? 0 : 1, refused, cancellationToken);
                scope.Context.ImportRows.AddRange(registered is null ? [] : [registered]);
                return Done.Instance;
            },
            cancellationToken);
        if (kept.IsDone)
        {
            refused.Clear();
        }

        return kept.IsDone;
    }

    private async Task FinishAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var finished = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var now = Instant.Now(clock);
                var batch = await scope.Context.ImportBatches.SingleAsync(item => item.Id == batchId, cancellationToken);
                if (batch.State != ImportState.Running)
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                batch.MoveTo(ImportState.Done, now);
                batch.ForgetFile();
                await scope.RecordAsync(
                    new AuditEntry("Import.Finish") { Details = $$"""{"import":"{{batchId:N}}","registered":{{batch.Registered}},"refused":{{batch.Refused}}}""" },
                    Actor.System(Origin), SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
        if (finished.IsDone)
        {
            storage.Delete(batchId);
        }

        feed.Publish(batchId, isMoved: true);
    }

    // Two runs of one import wait for each other here; the second finds its row done and stops.
    private static async Task<bool> IsOursAsync(WriteScope scope, Guid batchId, int row, CancellationToken cancellationToken)
    {
        await scope.LockSubmissionAsync(batchId, cancellationToken);
        return await scope.Context.ImportBatches.AnyAsync(
            batch => batch.Id == batchId && batch.State == ImportState.Running && batch.CancelRequestedAt == null && batch.LastRow < row, cancellationToken);
    }

    private static async Task AdvanceAsync(
        OnboardingContext context, Guid batchId, int lastRow, int registered, List<ImportRow> refused, CancellationToken cancellationToken)
    {
        context.ImportRows.AddRange(refused);
        var more = refused.Count;
        await context.ImportBatches.Where(batch => batch.Id == batchId).ExecuteUpdateAsync(
            update => update
                .SetProperty(batch => batch.LastRow, lastRow)
                .SetProperty(batch => batch.Registered, batch => batch.Registered + registered)
                .SetProperty(batch => batch.Refused, batch => batch.Refused + more)
                .SetProperty(batch => batch.Attempts, 0),
            cancellationToken);
    }

    private sealed class RowInTransaction(Guid batchId, int row, List<ImportRow> refused) : IRegistrationCompanion
    {
        public bool IsStopped { get; private set; }

        public bool IsWritten { get; private set; }

        public async Task<Refusal?> BeforeAsync(WriteScope scope, CancellationToken cancellationToken)
        {
            IsStopped = !await IsOursAsync(scope, batchId, row, cancellationToken);
            return IsStopped ? new Conflict(RefusalCode.ImportNotReady) : null;
        }

        public async Task AfterAsync(WriteScope scope, Registered registered, CancellationToken cancellationToken)
        {
            await AdvanceAsync(scope.Context, batchId, row, 1, refused, cancellationToken);
            scope.Context.ImportRows.Add(new ImportRow(batchId, row, registered.State.CaseId, registered.State.Number));
            IsWritten = true;
        }
    }
}
