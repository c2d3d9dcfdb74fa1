using System.Diagnostics;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Questions;

/// <summary>How long the server takes for what pages and jobs ask beside the pages of a queue, by the number of cases.</summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class QuestionsBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Other questions, server time";

    private const int WarmUp = 1;
    private const int Most = 50;
    private const int Fewest = 1;
    private const int SlowFrom = 1_000;

    private static readonly Actor Asker = new("petugas-07", "Petugas 07", new HashSet<ActorRole> { ActorRole.Administration, ActorRole.Supervisor }, "benchmark");

    /// <summary>Measures on every database at every size.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, TimeSpan time, CancellationToken cancellationToken)
    {
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            var smallest = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var size in sizes)
            {
                await using var core = await databases.OpenAsync(provider, size, CaseMix.Company, cancellationToken);
                var today = DateOnly.FromDateTime(core.Get<TimeProvider>().GetUtcNow().UtcDateTime);
                foreach (var (name, ask) in Question.All(core, Asker, today))
                {
                    var times = await RepeatAsync(ask, time, cancellationToken);
                    var half = times.Percentile(0.5);
                    if (half > SlowFrom)
                    {
                        book.Tell($"{name}: {half:N0} ms");
                    }

                    book.Add(new Figure(Measurement, name, provider.ToString(), size, half, "ms")
                    {
                        High = times.Percentile(0.95),
                        Baseline = smallest.TryGetValue(name, out var least) ? least : null,
                        BaselineIs = smallest.ContainsKey(name) ? "the smallest size" : string.Empty,
                    });
                    smallest.TryAdd(name, half);
                }
            }
        }

        book.Print(Measurement);
    }

    private static async Task<Measurement> RepeatAsync(Func<CancellationToken, Task> ask, TimeSpan time, CancellationToken cancellationToken)
    {
        Measurement times = new();
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; times.Count < Fewest || (times.Count < Most && Stopwatch.GetElapsedTime(start) < time); turn++)
        {
            var asked = Stopwatch.GetTimestamp();
            await ask(cancellationToken);
            if (turn >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(asked));
            }
        }

        return times;
    }
}
