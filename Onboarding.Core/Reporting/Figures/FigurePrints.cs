using System.Runtime.InteropServices;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// Sums that are all zero when two sets of counts are equal, a sum for each level and month. A recount of a million cases
/// would not fit into memory row by row; its sums do, and they say which month has to be compared row by row.
/// </summary>
internal sealed class FigurePrints
{
    private readonly Dictionary<Bucket, ulong> _sums = [];

    /// <summary>True when nothing is left over.</summary>
    public bool AreEqual => _sums.Values.All(sum => sum == 0);

    /// <summary>The first levels and months in which the counts differ.</summary>
    public IReadOnlySet<Bucket> Different(int most) => _sums.Where(entry => entry.Value != 0).Select(entry => entry.Key).OrderBy(bucket => bucket.Month).Take(most).ToHashSet();

    public void Add(FigurePlace place, FigureCounts counts, int sign)
    {
        var bucket = Bucket.Of(place);
        var sum = _sums.GetValueOrDefault(bucket);
        foreach (var (name, count) in counts.All)
        {
            sum += unchecked((ulong)(sign * count)) * Hash(place, name);
        }

        _sums[bucket] = sum;
    }

    private static ulong Hash(FigurePlace place, string name)
    {
        // FNV-1a with the finish of SplitMix: quick and well spread. It guards against mistakes, not against malice.
        unchecked
        {
            var hash = 14695981039346656037UL ^ (uint)place.Day;
            foreach (var text in (ReadOnlySpan<string>)[place.Product, place.Channel, place.Province, name])
            {
                foreach (var letter in text)
                {
                    hash = (hash ^ letter) * 1099511628211UL;
                }

                hash = (hash ^ 0x1F) * 1099511628211UL;
            }

            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return (hash ^ (hash >> 31)) | 1;
        }
    }

    /// <summary>A level in a month.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Bucket(int Month, bool IsWhole, int Level)
    {
        public static Bucket Of(FigurePlace place) => new(
            FigurePlace.Month(place.Day),
            FigurePlace.Month(place.Day) == place.Day,
            place.Product == FigurePlace.Any ? 2 : place.Province == FigurePlace.Any ? 1 : 0);
    }
}
