using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Imports;

/// <summary>
/// The dry run: reads the whole file, judges each row and lists what is wrong, without registering anything. Interrupted, it
/// begins again. It holds a few hundred rows at a time and the hashes of the identity numbers.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">The files.</param>
/// <param name="protection">Hashes identity numbers.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="settings">Limits.</param>
/// <param name="feed">Told of progress.</param>
/// <param name="clock">Clock.</param>
public sealed class ImportCheck(
    OnboardingContextFactory contexts, UnitOfWork unitOfWork, ImportFileStorage storage, CaseProtection protection,
    CaseRulesProvider rules, ImportSettings settings, ImportProgressFeed feed, TimeProvider clock)
{
    private const int ChunkSize = 200;
    private const int FewestForLostDigits = 10;

    /// <summary>Goes through the file of an import that waits for its dry run.</summary>
    internal async Task RunAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var policy = (await rules.GetAsync(cancellationToken)).Policy;
        var importer = ImportExecution.Importer(batch);
        await using var context = contexts.CreateDbContext();
        var products = (await Catalogue.ReadAsync(context, now, cancellationToken)).ToDictionary(product => product.Code, StringComparer.Ordinal);
        var pass = new Pass(batch, new ImportRowRules(context, products, importer, policy.DateAt(now), now), new ImportDuplicates(context, protection));
        if (!await BeginAsync(batch.Id, cancellationToken))
        {
            return;
        }

        await using var content = storage.Open(batch);
        var reader = new ImportFileReader(content, settings.MaxRows);
        var chunk = new List<ReadRow>(ChunkSize);
        ImportRowReader? rows = null;
        await foreach (var record in reader.RowsAsync(cancellationToken))
        {
            rows ??= new ImportRowReader(batch, reader.Header!, policy.Zone, now);
            var row = rows.Read(record);
            pass.CountDigits(row);
            chunk.Add(row);
            if (chunk.Count == ChunkSize)
            {
                if (!await TakeAsync(pass, chunk, reader.Position, cancellationToken))
                {
                    return;
                }

                chunk.Clear();
            }
        }

        if (await TakeAsync(pass, chunk, reader.Position, cancellationToken))
        {
            List<ImportFinding> about = [.. reader.Header?.Findings ?? []];
            if (reader.Problem is { } problem && about.TrueForAll(finding => finding.Code != problem.Code))
            {
                about.Add(problem);
            }

            if (pass.LostDigits >= FewestForLostDigits && pass.LostDigits == pass.Niks)
            {
                about.Add(ImportFinding.Warning(ImportColumns.ByPath[nameof(PersonData.Nik)].Name, ImportProblemCode.LastDigitsLost, Text(pass.Niks)));
            }

            about.AddRange(await SameFileAsync(context, batch, policy.DateAt, cancellationToken));
            await FinishAsync(pass, about, cancellationToken);
        }
    }

    private async Task<bool> BeginAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var begun = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                await scope.Context.ImportProblems.Where(problem => problem.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
                if (await FindAsync(scope.Context, batchId, cancellationToken) is not { } batch)
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                batch.BeginCheck();
                return Done.Instance;
            },
            cancellationToken);
        return begun.IsDone;
    }

    // Judges some rows and writes what was found; false when the import was stopped meanwhile.
    private async Task<bool> TakeAsync(Pass pass, List<ReadRow> rows, long position, CancellationToken cancellationToken)
    {
        var judged = new List<(int Row, List<ImportFinding> Findings)>(rows.Count);
        var data = new List<(int Row, ApplicantData Data)>(rows.Count);
        foreach (var row in rows)
        {
            var (findings, check) = await pass.Rules.JudgeAsync(row, cancellationToken);
            judged.Add((row.Row, findings));
            if (check is not null && !findings.Exists(finding => finding.IsError && ImportDuplicates.Concerns(finding)))
            {
                data.Add((row.Row, check.Data));
            }
        }

        var duplicates = await pass.Duplicates.FindAsync(data, cancellationToken);
        foreach (var (row, findings) in judged)
        {
            findings.AddRange(duplicates[row]);
            pass.Tally.CountRow(findings);
        }

        var problems = pass.Number(judged, settings.MaxProblems);
        var written = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (await FindAsync(scope.Context, pass.Batch.Id, cancellationToken) is not { } batch)
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                batch.Advance(pass.Tally, position);
                scope.Context.ImportProblems.AddRange(problems);
                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(pass.Batch.Id);
        return written.IsDone;
    }

    private async Task FinishAsync(Pass pass, List<ImportFinding> about, CancellationToken cancellationToken)
    {
        about.ForEach(pass.Tally.CountFile);

        // What concerns the whole file is kept whatever the limit.
        var problems = pass.Number([(0, about)], int.MaxValue);
        await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (await FindAsync(scope.Context, pass.Batch.Id, cancellationToken) is { } batch)
                {
                    batch.Advance(pass.Tally, batch.Size);
                    batch.FinishCheck(Instant.Now(clock));
                    scope.Context.ImportProblems.AddRange(problems);
                }

                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(pass.Batch.Id, isMoved: true);
    }

    private static async Task<IEnumerable<ImportFinding>> SameFileAsync(
        OnboardingContext context, ImportBatch batch, Func<DateTimeOffset, DateOnly> dateAt, CancellationToken cancellationToken)
    {
        var earlier = await context.ImportBatches.AsNoTracking()
            .Where(other => other.Sha256 == batch.Sha256 && other.Id != batch.Id && other.UploadedAt <= batch.UploadedAt)
            .OrderByDescending(other => other.Registered).ThenByDescending(other => other.UploadedAt)
            .Select(other => new { other.UploadedAt, other.Registered })
            .FirstOrDefaultAsync(cancellationToken);
        return earlier is null
            ? []
            : [ImportFinding.Warning(null, ImportProblemCode.SameFileBefore, dateAt(earlier.UploadedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(earlier.Registered))];
    }

    // The import while it is still this run's work.
    private static Task<ImportBatch?> FindAsync(OnboardingContext context, Guid batchId, CancellationToken cancellationToken) =>
        context.ImportBatches.SingleOrDefaultAsync(
            batch => batch.Id == batchId && batch.State == ImportState.Uploaded && batch.CancelRequestedAt == null, cancellationToken);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Pass(ImportBatch batch, ImportRowRules rules, ImportDuplicates duplicates)
    {
        private int _kept;

        public ImportBatch Batch => batch;

        public ImportRowRules Rules => rules;

        public ImportDuplicates Duplicates => duplicates;

        public ImportTally Tally { get; } = new();

        public int Niks { get; private set; }

        public int LostDigits { get; private set; }

        public void CountDigits(ReadRow row)
        {
            if (row.Command?.Data is PersonData { Nik: { Length: > 0 } nik })
            {
                Niks++;
                LostDigits += nik.TrimEnd().EndsWith('0') ? 1 : 0;
            }
        }

        public List<ImportProblem> Number(IEnumerable<(int Row, List<ImportFinding> Findings)> rows, int most) =>
            [.. rows.SelectMany(row => row.Findings, (row, finding) => (row.Row, Finding: finding))
                .Take(Math.Max(0, most - _kept))
                .Select(entry => new ImportProblem(batch.Id, ++_kept, entry.Row, entry.Finding))];
    }
}
