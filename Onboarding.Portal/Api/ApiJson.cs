using System.Text.Json;
using System.Text.Json.Serialization;

namespace Onboarding.Portal.Api;

/// <summary>
/// JSON as partners write and read it: names in camelCase, values of enumerations in snake_case. What comes in is read
/// strictly: no unknown and no repeated field, no number in place of a name, no deeper than any request needs.
/// </summary>
internal static class ApiJson
{
    /// <summary>Objects within objects; a registration needs four.</summary>
    public const int MaxDepth = 8;

    /// <summary>How names of enumerations are written.</summary>
    public static JsonNamingPolicy EnumNames { get; } = JsonNamingPolicy.SnakeCaseLower;

    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>How the reader of the text itself is set.</summary>
    public static JsonDocumentOptions Document { get; } = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The name of a value of an enumeration.</summary>
    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumNames.ConvertName(value.ToString());

    /// <summary>Sets the options.</summary>
    public static void Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(EnumNames, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
        Set(options);
        options.MaxDepth = MaxDepth;
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
