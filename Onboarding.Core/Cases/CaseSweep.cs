using Onboarding.Core.Results;

namespace Onboarding.Core.Cases;

/// <summary>What the jobs that go over many cases have in common.</summary>
internal static class CaseSweep
{
    /// <summary>
    /// Acts on one case after the other; answers on how many it was done. A case that fails hurts only itself: the others
    /// are done first, and then the job fails, so that the failure is seen.
    /// </summary>
    /// <exception cref="AggregateException">At least one case failed.</exception>
    public static async Task<int> ActAsync<T>(IEnumerable<T> cases, Func<T, Task<Result<CaseState>>> act)
    {
        var done = 0;
        List<Exception> failures = [];
        foreach (var item in cases)
        {
            try
            {
                var result = await act(item);
                done += result.IsDone ? 1 : 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(exception);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException(failures);
    }
}
