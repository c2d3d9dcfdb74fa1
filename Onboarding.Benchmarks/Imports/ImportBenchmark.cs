using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Onboarding.Core.Cases;
using Onboarding.Core.Imports;
using Onboarding.Core.Workflow;
using Spectre.Console;

namespace Onboarding.Benchmarks.Imports;

/// <summary>Uploads a file of invented persons, checks it and registers its rows, as the portal's job does.</summary>
/// <param name="core">The core.</param>
/// <param name="console">Where the figures go.</param>
internal sealed class ImportBenchmark(BenchmarkCore core, IAnsiConsole console)
{
    private const string Heading =
        "nama_lengkap;nik;tempat_lahir;tanggal_lahir;jenis_kelamin;telepon;email;alamat;kode_wilayah;kode_pos;tanggal_persetujuan;versi_kebijakan";

    private static readonly Actor Importer = new("benchmark", "Benchmark", FrozenSet.Create(ActorRole.CustomerService), "benchmark");

    /// <summary>Measures.</summary>
    public async Task RunAsync(int rows, int? registered, CancellationToken cancellationToken)
    {
        var path = Path.Combine(core.Folder, "persons.csv");
        await WriteAsync(path, rows, cancellationToken);
        await using var file = File.OpenRead(path);
        var declaration = new ImportDeclaration("persons.csv", "INTERNET-RUMAH", Channel.Offline, null, "benchmark");
        var id = (await core.Get<UploadImportHandler>().HandleAsync(declaration, file, Importer, cancellationToken)).Value;

        ImportBatch checkedBatch;
        using (var watch = new MemoryWatch())
        {
            var began = Stopwatch.GetTimestamp();
            await core.Get<RunImportsHandler>().HandleAsync(cancellationToken);
            checkedBatch = await FindAsync(id, cancellationToken);
            Show("dry run", checkedBatch.Rows, began, watch);
        }

        console.WriteLine($"{checkedBatch.RowsWithErrors} rows with errors, {checkedBatch.RowsWithWarnings} with warnings, {checkedBatch.Problems} problems");

        await core.Get<StartImportHandler>().HandleAsync(new StartImport(id, LeavesOutErrors: true), Importer, cancellationToken);
        using var importWatch = new MemoryWatch();
        var start = Stopwatch.GetTimestamp();
        var running = core.Get<RunImportsHandler>().HandleAsync(cancellationToken);
        await StopAfterAsync(id, registered, running, cancellationToken);
        var done = await FindAsync(id, cancellationToken);
        Show("import", done.RowsDone, start, importWatch);
    }

    private async Task StopAfterAsync(Guid id, int? registered, Task running, CancellationToken cancellationToken)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (registered is { } limit && !running.IsCompleted && await tick.WaitForNextTickAsync(cancellationToken))
        {
            if ((await FindAsync(id, cancellationToken)).RowsDone >= limit)
            {
                await core.Get<CancelImportHandler>().HandleAsync(new CancelImport(id), Importer, cancellationToken);
                break;
            }
        }

        await running;
    }

    private async Task<ImportBatch> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await core.Get<ImportReader>().FindAsync(id, Importer, cancellationToken)).Value;

    private void Show(string what, int rows, long start, MemoryWatch watch)
    {
        const double mebibyte = 1024 * 1024;
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {rows} rows in {seconds:F1} s, {rows / seconds:F0} rows/s; at most {watch.Most / mebibyte:F0} MB of the process, {watch.MostManaged / mebibyte:F0} MB managed"));
    }

    private static async Task WriteAsync(string path, int rows, CancellationToken cancellationToken)
    {
        string[] syllables = ["ba", "cin", "dar", "fu", "gun", "hes", "ji", "kos", "lam", "mu"];
        var signed = TimeProvider.System.GetUtcNow().AddDays(-1);
        await using var file = new StreamWriter(path, append: false, Encoding.UTF8);
        await file.WriteLineAsync(Heading.AsMemory(), cancellationToken);
        for (var row = 0; row < rows; row++)
        {
            var birth = new DateOnly(1955, 1, 1).AddDays(row * 37 % 18_000);
            var name = string.Join(' ', Enumerable.Range(0, 3).Select(word => Word(syllables, row / (int)Math.Pow(7, word))));
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{name};317103{birth:ddMMyy}{(row / 18_000) + 9900:0000};Jakarta;{birth:dd/MM/yyyy};L;0812{row:00000000};p{row}@contoh.example;Jl. Contoh No. {row};31.71.03.1001;10640;{signed:yyyy-MM-dd};2026-01");
            await file.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    private static string Word(string[] syllables, int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).PadLeft(2, '0').Take(3).Select(digit => syllables[digit - '0']));
}
