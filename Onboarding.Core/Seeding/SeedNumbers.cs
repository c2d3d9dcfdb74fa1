using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Seeding;

/// <summary>
/// The running numbers of a batch of invented cases. The counters are read and locked at its beginning and set at its
/// end, in the same transaction, so the series stay free of gaps.
/// </summary>
internal sealed class SeedNumbers
{
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    private SeedNumbers()
    {
    }

    /// <summary>Reads every counter and keeps other writers away from them until the commit.</summary>
    public static async Task<SeedNumbers> LockAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync($"""LOCK TABLE "NumberCounters" IN EXCLUSIVE MODE""", cancellationToken);
        }

        var numbers = new SeedNumbers();
        foreach (var counter in await context.NumberCounters.AsNoTracking().ToListAsync(cancellationToken))
        {
            numbers._last[counter.Series] = counter.Last;
        }

        return numbers;
    }

    /// <summary>The next number of a series.</summary>
    public int Next(string series) => _last[series] = _last.GetValueOrDefault(series) + 1;

    /// <summary>Writes the counters back.</summary>
    public async Task SaveAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        foreach (var (series, last) in _last)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "NumberCounters" ("Series", "Last") VALUES ({series}, {last})
                ON CONFLICT ("Series") DO UPDATE SET "Last" = {last}
                """,
                cancellationToken);
        }
    }
}
