using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>How far the story of one invented case goes, and when it began.</summary>
/// <param name="Index">Which case; it seeds the case's own chance.</param>
/// <param name="Target">The status it ends in.</param>
/// <param name="StartedAt">When the registration came in (UTC).</param>
internal sealed record SeedPlan(int Index, CaseStatus Target, DateTimeOffset StartedAt)
{
    // Of a hundred cases; what is worked on is a small part of what a company has ever taken in.
    private static readonly (CaseStatus Status, int Weight, int FewestDays, int MostDays)[] Mix =
    [
        (CaseStatus.Draft, 2, 0, 5),
        (CaseStatus.Received, 9, 0, 2),
        (CaseStatus.AwaitingApplicant, 4, 1, 6),
        (CaseStatus.InVerification, 9, 0, 4),
        (CaseStatus.AwaitingClarification, 4, 2, 8),
        (CaseStatus.Verified, 5, 1, 4),
        (CaseStatus.Recorded, 4, 2, 5),
        (CaseStatus.AwaitingApproval, 6, 2, 6),
        (CaseStatus.Activating, 2, 3, 6),
        (CaseStatus.Active, 12, 4, 14),
        (CaseStatus.Completed, 30, 12, 150),
        (CaseStatus.Rejected, 5, 6, 120),
        (CaseStatus.Withdrawn, 3, 3, 120),
        (CaseStatus.Expired, 3, 25, 120),
        (CaseStatus.Cancelled, 2, 2, 120),
    ];

    /// <summary>The plans in the order in which the registrations came in. The first fifteen cover every status.</summary>
    public static IReadOnlyList<SeedPlan> Make(int cases, int seed, DateTimeOffset now)
    {
        var random = new Random(seed);
        var total = Mix.Sum(entry => entry.Weight);
        return [.. Enumerable.Range(0, cases)
            .Select(index =>
            {
                var (status, _, fewest, most) = index < Mix.Length ? Mix[index] : Pick(random.Next(total));
                var minutes = random.Next((fewest * 24 * 60) + 60, (most * 24 * 60) + 61);
                return new SeedPlan(index, status, now - TimeSpan.FromMinutes(minutes));
            })
            .OrderBy(plan => plan.StartedAt)
            .ThenBy(plan => plan.Index)];
    }

    private static (CaseStatus Status, int Weight, int FewestDays, int MostDays) Pick(int ticket)
    {
        foreach (var entry in Mix)
        {
            ticket -= entry.Weight;
            if (ticket < 0)
            {
                return entry;
            }
        }

        return Mix[^1];
    }
}
