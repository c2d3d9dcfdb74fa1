using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>
/// Named counts. A count of zero is not kept, so that equal counts are equal texts. As text it is <c>name=count;</c> in the
/// order of the names: short, readable with any database tool, and read without making a string for each name.
/// </summary>
public sealed class FigureCounts
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>True when every count is zero.</summary>
    public bool IsEmpty => _counts.Count == 0;

    /// <summary>A count; 0 where nothing was counted.</summary>
    public long this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>Every count that is not zero.</summary>
    internal IEnumerable<KeyValuePair<string, long>> All => _counts;

    /// <summary>The counts whose names begin with a family and a colon, by the rest of their names.</summary>
    public IEnumerable<(string Name, long Count)> Family(string family) =>
        _counts.Where(entry => entry.Key.Length > family.Length && entry.Key[family.Length] == ':' && entry.Key.StartsWith(family, StringComparison.Ordinal))
            .Select(entry => (entry.Key[(family.Length + 1)..], entry.Value));

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, count) in _counts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append('=').Append(count.ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        return text.ToString();
    }

    internal static FigureCounts Read(string text)
    {
        var counts = new FigureCounts();
        counts.Add(text);
        return counts;
    }

    internal void Add(string name, long count)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _);
        sum += count;
        if (sum == 0)
        {
            _counts.Remove(name);
        }
    }

    internal void Add(FigureCounts other)
    {
        foreach (var (name, count) in other._counts)
        {
            Add(name, count);
        }
    }

    internal void Add(string text) => Add(text, []);

    /// <summary>Adds the counts of a text; when families are named, only of names that begin with one of them.</summary>
    internal void Add(string text, ReadOnlySpan<string> families)
    {
        var lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf(';');
            var split = rest[..end].LastIndexOf('=');
            var name = rest[..split];
            if (families.IsEmpty || IsOf(name, families))
            {
                // One look for the name: this is done for every count of every day of a period.
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, name, out _);
                sum += long.Parse(rest[(split + 1)..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                if (sum == 0)
                {
                    lookup.Remove(name);
                }
            }

            rest = rest[(end + 1)..];
        }
    }

    private static bool IsOf(ReadOnlySpan<char> name, ReadOnlySpan<string> families)
    {
        foreach (var family in families)
        {
            if (name.StartsWith(family, StringComparison.Ordinal) && (name.Length == family.Length || name[family.Length] == ':'))
            {
                return true;
            }
        }

        return false;
    }
}
