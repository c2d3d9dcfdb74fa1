using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>Adds counts to the folded rows, inside the transaction of the context.</summary>
internal static class FigureStore
{
    /// <summary>Adds the counts in every level; the caller saves.</summary>
    public static async Task AddAsync(OnboardingContext context, FigureTotals totals, CancellationToken cancellationToken)
    {
        foreach (var day in totals.InLevels().All.GroupBy(total => total.Place.Day))
        {
            string[] products = [.. day.Select(total => total.Place.Product).Distinct(StringComparer.Ordinal)];
            string[] channels = [.. day.Select(total => total.Place.Channel).Distinct(StringComparer.Ordinal)];
            string[] provinces = [.. day.Select(total => total.Place.Province).Distinct(StringComparer.Ordinal)];
            var rows = await context.FigureRows
                .Where(row => row.Day == day.Key && products.Contains(row.Product) && channels.Contains(row.Channel) && provinces.Contains(row.Province))
                .ToDictionaryAsync(row => row.Place, cancellationToken);
            foreach (var (place, counts) in day)
            {
                if (!rows.TryGetValue(place, out var row))
                {
                    row = new FigureRow(place);
                    context.FigureRows.Add(row);
                }

                row.Add(counts);
            }
        }
    }
}
