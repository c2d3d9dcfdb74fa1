using System.Text.Json;
using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Portal.Integrations.Sources;

/// <summary>Reads the answer of a source. Whatever is not what the settings describe is no answer.</summary>
internal static class SourceReplies
{
    private const int ReferenceLimit = 100;
    private static readonly string[] UsualMatchValues = ["true", "sesuai", "match", "y", "1"];

    /// <summary>The answer field by field; unavailable when it makes no sense.</summary>
    public static SourceReply Read(SourceSettings settings, byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            Dictionary<string, bool> fields = new(StringComparer.Ordinal);
            foreach (FieldName answer in settings.Answers)
            {
                if (Find(document.RootElement, answer.Name) is { } said)
                {
                    fields[answer.Field] = Agrees(settings, said);
                }
            }

            return fields.Count == 0 ? SourceReply.Unavailable("NonsenseAnswer") : SourceReply.Of(fields, Reference(settings, document.RootElement));
        }
        catch (JsonException)
        {
            return SourceReply.Unavailable("NonsenseAnswer");
        }
    }

    private static bool Agrees(SourceSettings settings, string said) =>
        (settings.MatchValues.Length > 0 ? settings.MatchValues : UsualMatchValues).Contains(said, StringComparer.OrdinalIgnoreCase);

    // Shown and printed: letters, digits and a few signs, nothing else.
    private static string? Reference(SourceSettings settings, JsonElement root) =>
        settings.ReferencePath is { Length: > 0 } path && Find(root, path) is { Length: > 0 and <= ReferenceLimit } reference
        && reference.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '/' or '.')
            ? reference
            : null;

    private static string? Find(JsonElement element, string path)
    {
        foreach (string part in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
    }
}
