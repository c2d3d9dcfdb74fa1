using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Spectre.Console;

namespace Onboarding.Benchmarks.Duplicates;

/// <summary>
/// Loads customers up to each size and searches for people who register again under another spelling, and for people who are
/// new, in equal numbers. What is measured is the whole search: hashing, the database, decrypting and comparing the candidates.
/// </summary>
/// <param name="core">The core.</param>
/// <param name="console">Where the table is printed.</param>
internal sealed class DuplicatesBenchmark(BenchmarkCore core, IAnsiConsole console)
{
    private const int WidthOfTable = 200;
    private const int WarmUp = 50;
    private const int NewcomersFrom = 1_500_000_000;

    /// <summary>Measures at each size, which must grow.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, int searches, CancellationToken cancellationToken)
    {
        // A table in a file or a log is as wide as it needs to be.
        console.Profile.Width = Math.Max(console.Profile.Width, WidthOfTable);
        var table = new Table().AddColumns("customers", "loaded in s", "database MB", "keys a customer", "p50 ms", "p95 ms", "max ms", "× before", "found again", "newcomers asked", "working set MB");
        var loaded = 0;
        double? before = null;
        foreach (var size in sizes)
        {
            var watch = Stopwatch.StartNew();
            await console.Progress().StartAsync(async progress =>
            {
                var task = progress.AddTask(string.Create(CultureInfo.InvariantCulture, $"{size} customers"), maxValue: size - loaded);
                await new CustomerLoader(core).LoadAsync(loaded, size, done => task.Value = done, cancellationToken);
            });
            loaded = size;
            var loading = watch.Elapsed;
            var run = await SearchAsync(size, searches, cancellationToken);
            var p95 = run.Times.Percentile(0.95);
            table.AddRow([.. Row(size, loading, await SizeAsync(cancellationToken), await KeysAsync(size, cancellationToken), run, before is { } last ? p95 / last : null)]);
            before = p95;
            console.Write(table);
        }
    }

    private static IEnumerable<string> Row(int size, TimeSpan loading, double megabytes, double keys, Run run, double? ratio)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        yield return Text($"{size}");
        yield return Text($"{loading.TotalSeconds:0}");
        yield return Text($"{megabytes:0}");
        yield return Text($"{keys:0.0}");
        yield return Text($"{run.Times.Percentile(0.5):0.0}");
        yield return Text($"{run.Times.Percentile(0.95):0.0}");
        yield return Text($"{run.Times.Longest:0.0}");
        yield return ratio is { } times ? Text($"{times:0.00}") : "–";
        yield return Text($"{run.Found * 100.0 / run.Known:0.0} %");
        yield return Text($"{run.Asked * 100.0 / run.New:0.0} %");
        yield return Text($"{Environment.WorkingSet / 1_048_576.0:0}");
    }

    private async Task<Run> SearchAsync(int size, int searches, CancellationToken cancellationToken)
    {
        var search = core.Get<DuplicateSearch>();
        var random = new Random(7);
        var run = new Run();
        for (var attempt = -WarmUp; attempt < searches; attempt++)
        {
            var isKnown = attempt % 2 == 0;
            var index = random.Next(size);
            var data = isKnown ? SyntheticCustomers.AsTypedAgain(index, Math.Abs(attempt / 2)) : SyntheticCustomers.Create(NewcomersFrom + Math.Abs(attempt));
            var times = attempt < 0 ? new Measurement() : run.Times;
            var found = await times.TakeAsync(async () =>
            {
                await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
                return await search.FindAsync(context, data, Guid.Empty, cancellationToken);
            });
            if (attempt >= 0)
            {
                run.Count(isKnown, isKnown ? found.Any(item => item.Number == new CaseNumber(2026, index + 1).ToString()) : found.Count > 0);
            }
        }

        return run;
    }

    private async Task<double> SizeAsync(CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        var sql = core.Provider == DatabaseProvider.Sqlite
            ? "SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()"
            : "SELECT pg_database_size(current_database()) AS \"Value\"";
        return (await context.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken))[0] / 1_048_576.0;
    }

    private async Task<double> KeysAsync(int size, CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await context.SearchKeys.LongCountAsync(cancellationToken) / (double)size;
    }

    private sealed class Run
    {
        public Measurement Times { get; } = new();

        public int Known { get; private set; }

        public int Found { get; private set; }

        public int New { get; private set; }

        public int Asked { get; private set; }

        public void Count(bool isKnown, bool isHit)
        {
            Known += isKnown ? 1 : 0;
            Found += isKnown && isHit ? 1 : 0;
            New += isKnown ? 0 : 1;
            Asked += !isKnown && isHit ? 1 : 0;
        }
    }
}
