namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// Durations by buckets that grow by a tenth, from a minute on: a median and a 90th percentile out of counts that can be
/// added, with an error of less than five per cent either way. Exact ones would need every duration of the period.
/// </summary>
internal static class TimeHistogram
{
    private const double Growth = 1.1;

    /// <summary>The bucket of a duration.</summary>
    public static int Bucket(TimeSpan time) => time.TotalMinutes <= 1 ? 0 : (int)Math.Floor(Math.Log(time.TotalMinutes) / Math.Log(Growth));

    /// <summary>The duration below which a share of the counts lies, or null without counts.</summary>
    /// <param name="buckets">Counts by bucket.</param>
    /// <param name="share">From 0 to 1, as 0.5 for the median.</param>
    public static TimeSpan? Quantile(IReadOnlyDictionary<int, long> buckets, double share)
    {
        var all = buckets.Values.Sum();
        if (all <= 0)
        {
            return null;
        }

        var wanted = share * all;
        foreach (var (bucket, count) in buckets.OrderBy(entry => entry.Key))
        {
            if (wanted <= count)
            {
                return TimeSpan.FromMinutes(Math.Pow(Growth, bucket + (count == 0 ? 0 : Math.Clamp(wanted / count, 0, 1))));
            }

            wanted -= count;
        }

        return TimeSpan.FromMinutes(Math.Pow(Growth, buckets.Keys.Max() + 1));
    }
}
