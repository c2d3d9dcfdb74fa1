using System.Text.Json;
using System.Text.Json.Nodes;

namespace Onboarding.Core.Cases;

/// <summary>Names the fields in which two versions of the same form differ, without their values.</summary>
public static class DataComparison
{
    /// <summary>Dotted paths of the changed fields, in the order of the form.</summary>
    public static IReadOnlyList<string> ChangedFields(ApplicantData before, ApplicantData after) =>
        [.. Compare(JsonSerializer.SerializeToNode(before), JsonSerializer.SerializeToNode(after), string.Empty)];

    private static IEnumerable<string> Compare(JsonNode? before, JsonNode? after, string path)
    {
        if (before is JsonObject || after is JsonObject)
        {
            var names = Names(before).Concat(Names(after)).Distinct(StringComparer.Ordinal);
            return names.SelectMany(name => Compare((before as JsonObject)?[name], (after as JsonObject)?[name], path.Length == 0 ? name : $"{path}.{name}"));
        }

        return JsonNode.DeepEquals(before, after) ? [] : [path];
    }

    private static IEnumerable<string> Names(JsonNode? node) =>
        node is JsonObject fields ? fields.Select(field => field.Key) : [];
}
