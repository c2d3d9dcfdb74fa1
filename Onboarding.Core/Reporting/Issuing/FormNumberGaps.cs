using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>Numbers that were given to a form of which nothing is left: a form that is given up keeps its row, so each one was removed.</summary>
internal static class FormNumberGaps
{
    private const int BatchSize = 1000;

    /// <summary>The missing numbers, each kind by itself.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        var rows = await context.IssuedForms.AsNoTracking().GroupBy(form => new { form.Kind, form.Year })
            .Select(group => new { group.Key.Kind, group.Key.Year, Count = group.Count(), Newest = group.Max(form => form.Sequence) })
            .ToDictionaryAsync(group => (group.Kind, group.Year), group => (group.Count, group.Newest), cancellationToken);
        var counters = await context.NumberCounters.AsNoTracking().ToListAsync(cancellationToken);
        var given = counters.SelectMany(counter => Enum.GetValues<ReportKind>().Select(kind => (Kind: kind, Year: YearOf(kind, counter.Series), counter.Last)))
            .Where(entry => entry.Year is not null).ToDictionary(entry => (entry.Kind, entry.Year!.Value), entry => entry.Last);
        var missing = new List<string>();
        foreach (var key in rows.Keys.Union(given.Keys).Order())
        {
            // Counters and rows each say how far a year goes: neither may hide what the other knows.
            var (count, newest) = rows.GetValueOrDefault(key);
            var last = Math.Max(newest, given.GetValueOrDefault(key));
            if (count < last)
            {
                missing.AddRange(await MissingAsync(context, key, last, cancellationToken));
            }
        }

        return missing;
    }

    private static async Task<List<string>> MissingAsync(OnboardingContext context, (ReportKind Kind, int Year) key, int last, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        for (var first = 1; first <= last; first += BatchSize)
        {
            var end = Math.Min(first + BatchSize - 1, last);
            var present = await context.IssuedForms.Where(form => form.Kind == key.Kind && form.Year == key.Year && form.Sequence >= first && form.Sequence <= end)
                .Select(form => form.Sequence).ToListAsync(cancellationToken);
            missing.AddRange(Enumerable.Range(first, end - first + 1).Except(present).Select(number => new FormNumber(key.Kind, key.Year, number).ToString()));
        }

        return missing;
    }

    private static int? YearOf(ReportKind kind, string series) =>
        series.Split('-') is [var letters, var year] && letters == FormNumber.Letters(kind) && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
