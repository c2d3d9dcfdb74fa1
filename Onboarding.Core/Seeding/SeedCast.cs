using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>The people of the invented stories, by role.</summary>
/// <param name="staff">The real accounts.</param>
internal sealed class SeedCast(IReadOnlyList<Actor> staff)
{
    /// <summary>One of those who have the role.</summary>
    public Actor Pick(ActorRole role, Random random)
    {
        var people = staff.Where(person => person.Has(role)).OrderBy(person => person.Name, StringComparer.Ordinal).ToList();
        return people.Count > 0
            ? people[random.Next(people.Count)] with { Origin = "seed" }
            : new Actor($"seed-{role}", $"Petugas {role}", new HashSet<ActorRole> { role }, "seed");
    }
}
