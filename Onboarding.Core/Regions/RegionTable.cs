using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Regions;

/// <summary>
/// The list in memory. Ninety thousand objects and strings would take some 15 MB; a sorted array of numbers, arrays of
/// offsets and two blocks of names take 4 MB, and a region becomes an object when somebody asks for it.
/// </summary>
internal sealed class RegionTable
{
    private const string Resource = "Onboarding.Core.Regions.regions.txt.gz";
    private const int ExpectedRegions = 92_000;
    private const int ExpectedNameBytes = 1 << 20;

    private readonly long[] _keys;
    private readonly int[] _starts;
    private readonly byte[] _names;
    private readonly int[] _searchStarts;
    private readonly FrozenDictionary<long, (string Name, long Present)> _former;

    private RegionTable(long[] keys, int[] starts, byte[] names, Dictionary<long, (string Name, long Present)> former, RegionSource source)
    {
        _keys = keys;
        _starts = starts;
        _names = names;
        _former = former.ToFrozenDictionary();
        Source = source;
        (Searchable, _searchStarts) = RegionSearch.Prepare(names, starts);
    }

    public RegionSource Source { get; }

    /// <summary>How many regions have a code today.</summary>
    public int Count => _keys.Length;

    /// <summary>The names as the search compares them, a line feed before and after each; see <see cref="RegionSearch.Prepare"/>.</summary>
    public string Searchable { get; }

    /// <summary>Reads the embedded file.</summary>
    public static RegionTable Load()
    {
        using var packed = typeof(RegionTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of official regions is not in the assembly.");
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.ASCII);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var keys = new List<long>(ExpectedRegions);
        var starts = new List<int>(ExpectedRegions);
        var former = new Dictionary<long, (string Name, long Present)>();
        using var names = new MemoryStream(ExpectedNameBytes);
        Span<byte> name = stackalloc byte[256];
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var rest = line.AsSpan(tab + 1);
            if (line[0] == '#')
            {
                facts.Add(line[1..tab], rest.ToString());
                continue;
            }

            var key = RegionCodeText.Key(line.AsSpan(0, tab));
            if (rest.IndexOf('\t') >= 0)
            {
                var parts = line.Split('\t');
                former.Add(key, (parts[1], parts[3].Length == 0 ? 0 : RegionCodeText.Key(parts[3])));
                continue;
            }

            keys.Add(key);
            names.WriteByte((byte)'\n');
            starts.Add((int)names.Length);
            names.Write(name[..Encoding.ASCII.GetBytes(rest, name)]);
        }

        names.WriteByte((byte)'\n');
        var year = int.Parse(facts["year"], NumberStyles.None, CultureInfo.InvariantCulture);
        var source = new RegionSource(facts["package"], facts["decree"], year, facts["licence"], facts["former-codes"]);
        return new RegionTable([.. keys], [.. starts], names.ToArray(), former, source);
    }

    /// <summary>The region of that number and level: a current one, else a former one, else nothing.</summary>
    public Region? Find(long key, RegionLevel level)
    {
        if (RegionCodeText.LevelOfKey(key) != level)
        {
            return null;
        }

        var index = Array.BinarySearch(_keys, key);
        return index >= 0 ? At(index) : FindFormer(key, level);
    }

    /// <summary>The current regions of a level that lie in another, or all provinces.</summary>
    public IEnumerable<Region> Children(long parent, RegionLevel level)
    {
        var step = RegionCodeText.Step(level);
        var end = parent == 0 ? long.MaxValue : parent + RegionCodeText.Step(level - 1);
        for (var index = FirstFrom(parent + 1); index < _keys.Length && _keys[index] < end; index = FirstFrom(_keys[index] + step))
        {
            yield return At(index);
        }
    }

    /// <summary>The region at a place in the list.</summary>
    public Region At(int index)
    {
        var level = RegionCodeText.LevelOfKey(_keys[index]);
        return new Region(RegionCodeText.Print(_keys[index], level), NameAt(index, level), level);
    }

    /// <summary>The number of the region at a place in the list.</summary>
    public long KeyAt(int index) => _keys[index];

    /// <summary>The place in the list of the region whose name covers that character of <see cref="Searchable"/>.</summary>
    public int IndexAt(int position)
    {
        var index = Array.BinarySearch(_searchStarts, position);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The name, as the search compares it, of the region at a place in the list.</summary>
    public ReadOnlySpan<char> SearchableAt(int index)
    {
        var end = index + 1 < _searchStarts.Length ? _searchStarts[index + 1] : Searchable.Length;
        return Searchable.AsSpan(_searchStarts[index]..(end - 1));
    }

    /// <summary>The place of a number in the list; negative when it is no current region.</summary>
    public int IndexOf(long key) => Array.BinarySearch(_keys, key);

    // Cards and people say DKI Jakarta, whatever the decree and UU 2/2024 call it.
    private string NameAt(int index, RegionLevel level)
    {
        var name = Encoding.ASCII.GetString(_names.AsSpan(_starts[index]..End(index)));
        return level == RegionLevel.Province ? Province.Find(RegionCodeText.Print(_keys[index], level))?.Name ?? name : name;
    }

    private int End(int index) => (index + 1 < _starts.Length ? _starts[index + 1] : _names.Length) - 1;

    // No list of retired villages is published: a village keeps its number when its district is renumbered.
    private Region? FindFormer(long key, RegionLevel level)
    {
        if (_former.TryGetValue(key, out var former))
        {
            return Former(key, level, former.Name, former.Present);
        }

        var district = RegionCodeText.Above(key, RegionLevel.District);
        if (level != RegionLevel.Village || !_former.TryGetValue(district, out var within) || within.Present == 0)
        {
            return null;
        }

        var present = within.Present + (key - district);
        var index = Array.BinarySearch(_keys, present);
        return index < 0 ? null : Former(key, level, NameAt(index, level), present);
    }

    private static Region Former(long key, RegionLevel level, string name, long present) => new(RegionCodeText.Print(key, level), name, level)
    {
        IsFormer = true,
        PresentCode = present == 0 ? null : RegionCodeText.Print(present, level),
    };

    private int FirstFrom(long key)
    {
        var index = Array.BinarySearch(_keys, key);
        return index >= 0 ? index : ~index;
    }
}
