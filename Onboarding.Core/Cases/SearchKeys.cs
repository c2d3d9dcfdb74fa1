using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Cases;

/// <summary>Keeps the search index of duplicates in step with the cases. Called by the one write path alone, so that no use case can forget it.</summary>
internal static class SearchKeys
{
    /// <summary>Writes the keys of every case that is found by others from now on; a key that stays keeps its row.</summary>
    public static async Task RenewAsync(OnboardingContext context, IEnumerable<OnboardingCase> cases, CancellationToken cancellationToken)
    {
        foreach (var owner in cases.Where(owner => owner.NewSearchKeys is not null).Distinct())
        {
            var wanted = owner.NewSearchKeys!.ToDictionary(key => key.Hash);
            List<SearchKey> known = context.Entry(owner).State == EntityState.Added ? [] : await context.SearchKeys.Where(key => key.CaseId == owner.Id).ToListAsync(cancellationToken);
            context.SearchKeys.RemoveRange(known.Where(key => !wanted.Remove(key.Hash)));
            context.SearchKeys.AddRange(wanted.Values);
        }
    }
}
