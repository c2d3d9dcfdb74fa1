using System.Text.Json;
using System.Text.Json.Nodes;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Customers;

/// <summary>One field of two records that are to become one.</summary>
/// <param name="Path">Path of the field.</param>
/// <param name="Survivor">The value of the one that stays; empty when there is none.</param>
/// <param name="Merged">The value of the other one.</param>
/// <param name="TakesMerged">True when the other's value is suggested, because this one has none.</param>
public sealed record MergeField(string Path, string Survivor, string Merged, bool TakesMerged)
{
    /// <summary>True when there is something to choose.</summary>
    public bool Differs => Survivor != Merged;

    /// <summary>The same with identity numbers covered.</summary>
    public MergeField Covered() => RecordValue.IsNumber(Path) ? this with { Survivor = RecordValue.Mask(Survivor), Merged = RecordValue.Mask(Merged) } : this;

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Path;
}

/// <summary>Makes one record of two, and takes it apart again. No value is lost: contacts and parties that do not win stay beside those that do.</summary>
internal static class RecordMerge
{
    private static readonly string[] Lists =
        [nameof(CustomerRecord.Phones), nameof(CustomerRecord.Emails), nameof(CustomerRecord.Addresses), nameof(CustomerRecord.Parties)];

    /// <summary>Both records field by field.</summary>
    public static IReadOnlyList<MergeField> Fields(CustomerRecord survivor, CustomerRecord merged) =>
    [
        .. RecordSheet.MainFields(survivor.Data.Kind)
            .Select(path => (Path: path, Mine: RecordSheet.Text(survivor.Data, path), Theirs: RecordSheet.Text(merged.Data, path)))
            .Where(field => field.Mine.Length > 0 || field.Theirs.Length > 0)
            .Select(field => new MergeField(field.Path, field.Mine, field.Theirs, field.Mine.Length == 0)),
    ];

    /// <summary>The one record of both.</summary>
    /// <param name="survivor">The record that stays.</param>
    /// <param name="merged">The other one.</param>
    /// <param name="fromMerged">Paths of the fields in which the other's value wins.</param>
    public static CustomerRecord Combine(CustomerRecord survivor, CustomerRecord merged, IReadOnlySet<string> fromMerged)
    {
        var node = Node(survivor.Data);
        var other = Node(merged.Data);
        foreach (var path in RecordSheet.MainFields(survivor.Data.Kind).Where(fromMerged.Contains))
        {
            node[path] = other[path]?.DeepClone();
        }

        var named = new CustomerRecord { Data = node.Deserialize<ApplicantData>()! };
        return named with
        {
            Phones = Others(named.Data.Phone, survivor.Phones, merged.Phones, survivor.Data.Phone, merged.Data.Phone),
            Emails = Others(named.Data.Email, survivor.Emails, merged.Emails, survivor.Data.Email, merged.Data.Email),
            Addresses = [.. survivor.Addresses.Concat(merged.Addresses).Distinct()],
            Parties = [.. survivor.AllParties.Concat(merged.AllParties).Distinct().Except(named.AllParties)],
        };
    }

    /// <summary>The fields and lists that a merge set and that say something else by now.</summary>
    public static IReadOnlyList<string> Overwritten(MergeContent content, CustomerRecord now)
    {
        var (before, after, current) = (Whole(content.Before), Whole(content.After), Whole(now));
        return [.. before.Keys.Where(path => !JsonNode.DeepEquals(before[path], after[path]) && !JsonNode.DeepEquals(after[path], current[path]))];
    }

    /// <summary>The record without what the merge set; what was changed beside it stays.</summary>
    public static CustomerRecord Restore(MergeContent content, CustomerRecord now)
    {
        var (before, after) = (Whole(content.Before), Whole(content.After));
        var node = Node(now.Data);
        var own = Node(content.Before.Data);
        var result = now;
        foreach (var path in before.Keys.Where(path => !JsonNode.DeepEquals(before[path], after[path])))
        {
            if (Lists.Contains(path))
            {
                result = path switch
                {
                    nameof(CustomerRecord.Phones) => result with { Phones = content.Before.Phones },
                    nameof(CustomerRecord.Emails) => result with { Emails = content.Before.Emails },
                    nameof(CustomerRecord.Addresses) => result with { Addresses = content.Before.Addresses },
                    _ => result with { Parties = content.Before.Parties },
                };
            }
            else
            {
                node[path] = own[path]?.DeepClone();
            }
        }

        return result with { Data = node.Deserialize<ApplicantData>()! };
    }

    private static JsonObject Node(ApplicantData data) => JsonSerializer.SerializeToNode(data)!.AsObject();

    private static Dictionary<string, JsonNode?> Whole(CustomerRecord record)
    {
        var data = Node(record.Data);
        var whole = RecordSheet.MainFields(record.Data.Kind).ToDictionary(path => path, path => data[path], StringComparer.Ordinal);
        var lists = JsonSerializer.SerializeToNode(record)!.AsObject();
        foreach (var list in Lists)
        {
            whole[list] = lists[list];
        }

        return whole;
    }

    private static List<string> Others(string main, IReadOnlyList<string> mine, IReadOnlyList<string> theirs, params string[] mains) =>
        [.. mine.Concat(theirs).Concat(mains).Where(value => value.Length > 0 && value != main).Distinct(StringComparer.Ordinal)];
}
