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
        // In the order in which they came in: what is counted together then falls on few days, and a day is written a few times and not at every batch.
        // Drafts have not come in, and count for no day.
        for (var draft = Guid.Empty; await NextAsync(Drafts(context, draft), cancellationToken) is { Count: > 0 } drafts; draft = drafts[^1].Id)
        {
            yield return await FillAsync(context, drafts, cancellationToken);
        }

        for (var last = (At: DateTimeOffset.UnixEpoch, Id: Guid.Empty); await NextAsync(Received(context, last.At, last.Id), cancellationToken) is { Count: > 0 } cases; last = (cases[^1].ReceivedAt!.Value, cases[^1].Id))
        {
            yield return await FillAsync(context, cases, cancellationToken);
        }
    }

    private static IQueryable<OnboardingCase> Drafts(OnboardingContext context, Guid after) =>
        context.Cases.AsNoTracking().Where(item => item.ReceivedAt == null && item.Id.CompareTo(after) > 0).OrderBy(item => item.Id);

    // The first condition follows from the second; by it the database enters the index at the key.
    private static IQueryable<OnboardingCase> Received(OnboardingContext context, DateTimeOffset at, Guid id) => context.Cases.AsNoTracking()
        .Where(item => item.ReceivedAt != null && item.ReceivedAt >= at && (item.ReceivedAt > at || item.Id.CompareTo(id) > 0))
        .OrderBy(item => item.ReceivedAt).ThenBy(item => item.Id);

    private static Task<List<CountedCase>> NextAsync(IQueryable<OnboardingCase> cases, CancellationToken cancellationToken) => cases
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
