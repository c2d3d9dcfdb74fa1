using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>Reads every case for a recount: in batches, and of each only what is counted.</summary>
internal static class CountedCases
{
    private const int BatchSize = 500;

    public static async IAsyncEnumerable<IReadOnlyList<CountedCase>> ReadAsync(OnboardingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            var cases = await context.Cases.AsNoTracking()
                .Where(item => item.Id.CompareTo(after) > 0)
                .OrderBy(item => item.Id)
                .Take(BatchSize)
                .Select(item => new CountedCase
                {
                    Id = item.Id,
                    ProductCode = item.ProductCode,
                    Channel = item.Channel,
                    ProvinceCode = item.ProvinceCode,
                    Status = item.Status,
                    StatusSince = item.StatusSince,
                    ReceivedAt = item.ReceivedAt,
                    ActivatedAt = item.ActivatedAt,
                    IsHeld = item.Hold != null,
                })
                .ToListAsync(cancellationToken);
            if (cases.Count == 0)
            {
                yield break;
            }

            last = cases[^1].Id;
            yield return await FillAsync(context, cases, cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<CountedCase>> FillAsync(OnboardingContext context, List<CountedCase> cases, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. cases.Select(item => item.Id)];
        var work = (await context.WorkItems.AsNoTracking().Where(item => ids.Contains(item.CaseId)).ToListAsync(cancellationToken)).ToLookup(item => item.CaseId);
        var decisions = (await context.Set<Decision>().AsNoTracking().Where(item => ids.Contains(item.CaseId)).ToListAsync(cancellationToken)).ToLookup(item => item.CaseId);
        var rounds = (await context.Clarifications.AsNoTracking().Where(item => ids.Contains(item.CaseId)).ToListAsync(cancellationToken)).ToLookup(item => item.CaseId);
        var calls = (await context.FollowUps.AsNoTracking().Where(item => ids.Contains(item.CaseId)).ToListAsync(cancellationToken)).ToLookup(item => item.CaseId);
        var feedback = await context.Feedbacks.AsNoTracking().Where(item => ids.Contains(item.CaseId)).ToDictionaryAsync(item => item.CaseId, cancellationToken);
        return cases.ConvertAll(item => item with
        {
            WorkItems = [.. work[item.Id]],
            Decisions = [.. decisions[item.Id]],
            Rounds = [.. rounds[item.Id]],
            FollowUps = [.. calls[item.Id]],
            Feedback = feedback.GetValueOrDefault(item.Id),
        });
    }
}
