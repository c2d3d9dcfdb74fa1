using System.Collections.Concurrent;

namespace Onboarding.Portal.Jobs;

/// <summary>How the last runs of a job ended on this node.</summary>
/// <param name="LastSuccess">When it last did all its work (UTC), or null.</param>
/// <param name="FailuresInARow">Failed runs since.</param>
/// <param name="LastFailure">What kind of failure the last one was, or null.</param>
public sealed record JobRuns(DateTimeOffset? LastSuccess, int FailuresInARow, string? LastFailure);

/// <summary>Remembers how jobs ended, for health.</summary>
/// <param name="clock">Clock.</param>
public sealed class JobHistory(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, JobRuns> _runs = new(StringComparer.Ordinal);

    /// <summary>By job.</summary>
    public IReadOnlyDictionary<string, JobRuns> Runs => _runs;

    /// <summary>A run did its work.</summary>
    public void Succeeded(string job) => _runs[job] = new JobRuns(clock.GetUtcNow(), 0, null);

    /// <summary>A run failed.</summary>
    /// <param name="job">Which.</param>
    /// <param name="failure">The kind of failure, without its message.</param>
    public void Failed(string job, string failure) => _runs.AddOrUpdate(
        job,
        new JobRuns(null, 1, failure),
        (_, before) => before with { FailuresInARow = before.FailuresInARow + 1, LastFailure = failure });
}
