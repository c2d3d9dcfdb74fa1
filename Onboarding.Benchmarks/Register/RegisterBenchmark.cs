using System.Globalization;
using Onboarding.Benchmarks.Duplicates;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Workflow;
using Spectre.Console;

namespace Onboarding.Benchmarks.Register;

/// <summary>
/// Loads customers up to each size and searches as people do: by a number, by a whole name, by its beginning, in another spelling, by one of
/// the commonest words, by a pair of common words that hardly anybody bears together, and by filters alone. What is measured is the first page as
/// the portal reads it.
/// </summary>
/// <param name="core">The core.</param>
/// <param name="console">Where the table is printed.</param>
internal sealed class RegisterBenchmark(BenchmarkCore core, IAnsiConsole console)
{
    private const int WidthOfTable = 160;
    private const int PageSize = 50;
    private const int WarmUp = 10;

    private static readonly Actor Reader = new("benchmark", "Benchmark", new HashSet<ActorRole> { ActorRole.CustomerService }, "benchmark");

    private static readonly (string Name, Func<int, Random, CustomerFilter> Ask)[] Questions =
    [
        ("identity number", (size, random) => Text(Identity(SyntheticCustomers.Create(random.Next(size))))),
        ("telephone", (size, random) => Text(SyntheticCustomers.Create(random.Next(size)).Phone)),
        ("customer number", (size, random) => Text(new CustomerNumber(2026, random.Next(size) + 1).ToString())),
        ("whole name", (size, random) => Text(SyntheticCustomers.Create(random.Next(size)).DisplayName)),
        ("beginning of a name", (size, random) => Text(Beginning(SyntheticCustomers.Create(random.Next(size)).DisplayName))),
        ("other spelling", (size, random) => Text(SyntheticCustomers.AsTypedAgain(random.Next(size), 2).DisplayName)),
        ("commonest word", (_, random) => Text(random.Next(2) == 0 ? "muhammad" : "siti")),
        ("rare pair of common words", (_, random) => Text(random.Next(2) == 0 ? "muhammad wahyuni" : "siti nugroho siregar")),
        ("nobody", (_, random) => Text($"zzyxw{random.Next(100)}")),
        ("newest, no filter", (_, _) => new CustomerFilter()),
        ("businesses with one product", (_, _) => new CustomerFilter { Kind = CustomerKind.Business, ProductCode = "AWAN-KANTOR" }),
        ("filter that nobody meets", (_, _) => new CustomerFilter { Status = CustomerStatus.Closed, Kind = CustomerKind.Business }),
    ];

    /// <summary>Measures at each size, which must grow.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, int searches, CancellationToken cancellationToken)
    {
        console.Profile.Width = Math.Max(console.Profile.Width, WidthOfTable);
        var table = new Table().AddColumns("customers", "question", "p50 ms", "p95 ms", "max ms", "rows");
        var loaded = 0;
        foreach (var size in sizes)
        {
            await console.Progress().StartAsync(async progress =>
            {
                var task = progress.AddTask(string.Create(CultureInfo.InvariantCulture, $"{size} customers"), maxValue: size - loaded);
                await new CustomerLoader(core).LoadAsync(loaded, size, done => task.Value = done, cancellationToken);
            });
            loaded = size;
            foreach (var (name, ask) in Questions)
            {
                table.AddRow([.. await MeasureAsync(name, ask, size, searches, cancellationToken)]);
            }

            table.AddEmptyRow();
            console.Write(table);
        }
    }

    private async Task<IEnumerable<string>> MeasureAsync(string name, Func<int, Random, CustomerFilter> ask, int size, int searches, CancellationToken cancellationToken)
    {
        var reader = core.Get<CustomerReader>();
        var random = new Random(11);
        var times = new Measurement();
        long rows = 0;
        for (var attempt = -WarmUp; attempt < searches; attempt++)
        {
            var filter = ask(size, random);
            var page = await (attempt < 0 ? new Measurement() : times).TakeAsync(() => reader.ReadAsync(filter, null, PageSize, Reader, cancellationToken));
            rows += attempt < 0 ? 0 : page.Value.Rows.Count;
        }

        string Written(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        return
        [
            Written($"{size}"), name, Written($"{times.Percentile(0.5):0.0}"), Written($"{times.Percentile(0.95):0.0}"), Written($"{times.Longest:0.0}"),
            Written($"{rows / (double)searches:0.0}"),
        ];
    }

    private static CustomerFilter Text(string text) => new() { Text = text };

    private static string Identity(ApplicantData data) => data switch
    {
        PersonData person => person.Nik ?? string.Empty,
        BusinessData business => business.Nib,
        _ => string.Empty,
    };

    // As far as somebody has typed: the last word is not finished.
    private static string Beginning(string name) => name.Length > 4 ? name[..^2] : name;
}
