using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>What to make.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Seed">The same seed and the same instant make the same cases (ids and secrets aside).</param>
/// <param name="Staff">The people who did the work; a role nobody has is filled by an invented person.</param>
public sealed record SeedSettings(int Cases, int Seed, IReadOnlyList<Actor> Staff)
{
    /// <summary>The newest cases get real pictures as documents; the others have only the entries, as after a purge of files.</summary>
    public int CasesWithPictures { get; init; } = 500;
}

/// <summary>What was made.</summary>
/// <param name="Cases">Cases.</param>
/// <param name="Rows">Rows in all tables.</param>
public sealed record Seeded(int Cases, long Rows);
