using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// Remembers what texts of counts come to, by the texts themselves: days that are over seldom change, and adding up their
/// counts takes many times longer than reading them. One that did change is another text, so a sum is never out of date.
/// </summary>
/// <typeparam name="T">What the texts come to; never changed once it is remembered.</typeparam>
internal sealed class KnownSums<T>
    where T : class
{
    // More filters than an office looks at in a day; the sums of a month are some tens of kilobytes.
    private const int Most = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, T> _sums = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>What these lines come to, remembered or added up.</summary>
    public T Of(IReadOnlyList<CountLine> lines, Func<IReadOnlyList<CountLine>, T> add)
    {
        var key = Key(lines);
        lock (_lock)
        {
            if (_sums.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        var sum = add(lines);
        lock (_lock)
        {
            if (_sums.TryAdd(key, sum))
            {
                _order.Enqueue(key);
            }

            if (_order.Count > Most)
            {
                _sums.Remove(_order.Dequeue());
            }
        }

        return sum;
    }

    // The same lines in another order are another key, and only cost the adding.
    private static string Key(IReadOnlyList<CountLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<int> lengths = stackalloc int[5];
        foreach (var line in lines)
        {
            lengths[0] = line.Day;
            lengths[1] = line.Product.Length;
            lengths[2] = line.Channel.Length;
            lengths[3] = line.Province.Length;
            lengths[4] = line.Counts.Length;
            hash.AppendData(MemoryMarshal.AsBytes(lengths));
            hash.AppendData(MemoryMarshal.AsBytes(line.Product.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(line.Channel.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(line.Province.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(line.Counts.AsSpan()));
        }

        return Convert.ToBase64String(hash.GetHashAndReset());
    }
}
