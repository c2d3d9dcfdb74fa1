using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Requests;

/// <summary>
/// Compares JSON with the type it is to be read as and lists every difference by its place: unknown fields with their
/// names, values of a wrong type, names that an enumeration does not have. The serializer would stop at the first one. What
/// does fit is handed on without the rest, so that the rules can be asked about it in the same answer.
/// </summary>
/// <param name="options">How the types are written.</param>
internal sealed class StrictJson(JsonSerializerOptions options)
{
    /// <summary>More than anybody mends by hand.</summary>
    public const int MostErrors = 100;

    /// <summary>The code of a field that the type does not have.</summary>
    public const string UnknownField = "unknown_field";

    private const int ShownNameLength = 64;

    private readonly List<ApiFieldError> _errors = [];

    /// <summary>The differences, none when all of it can be read as the type; and what can be read, or null when that is nothing.</summary>
    public static (IReadOnlyList<ApiFieldError> Errors, JsonNode? Readable) Check(JsonElement element, Type type, JsonSerializerOptions options)
    {
        StrictJson reader = new(options);
        JsonNode? readable = reader.Visit("#", element, type);
        return ([.. reader._errors.Take(MostErrors)], readable);
    }

    private JsonNode? Visit(string pointer, JsonElement element, Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        return IsSimple(type)
            ? VisitSimple(pointer, element, type) ? JsonValue.Create(element) : null
            : VisitObject(pointer, element, options.GetTypeInfo(type));
    }

    private static bool IsSimple(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(DateOnly) || type == typeof(DateTimeOffset);

    private bool VisitSimple(string pointer, JsonElement element, Type type)
    {
        if (type == typeof(string))
        {
            return VisitText(pointer, element);
        }

        if (type == typeof(bool))
        {
            return Demand(pointer, element.ValueKind is JsonValueKind.True or JsonValueKind.False, ApiText.TypeBoolean);
        }

        if (type == typeof(int))
        {
            return Demand(pointer, element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out _), ApiText.TypeInteger);
        }

        if (type == typeof(DateOnly))
        {
            return Demand(pointer, Text(element) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), ApiText.TypeDate);
        }

        return type == typeof(DateTimeOffset)
            ? Demand(pointer, IsInstant(element), ApiText.TypeInstant)
            : VisitChoice(pointer, element, Enum.GetNames(type).Select(ApiJson.EnumNames.ConvertName));
    }

    private bool VisitText(string pointer, JsonElement element)
    {
        if (!Demand(pointer, element.ValueKind == JsonValueKind.String, ApiText.TypeText))
        {
            return false;
        }

        // A text can be well-formed JSON and still hold half of a character.
        if (Text(element) is null)
        {
            Add(pointer, "wrong_type", ApiText.NotText);
            return false;
        }

        return true;
    }

    private bool VisitChoice(string pointer, JsonElement element, IEnumerable<string> names)
    {
        if (!Demand(pointer, element.ValueKind == JsonValueKind.String, ApiText.TypeText))
        {
            return false;
        }

        if (!names.Contains(Text(element), StringComparer.Ordinal))
        {
            Add(pointer, "unknown_choice", ApiText.UnknownChoice.With(string.Join(", ", names)));
            return false;
        }

        return true;
    }

    private JsonObject? VisitObject(string pointer, JsonElement element, JsonTypeInfo info)
    {
        if (!Demand(pointer, element.ValueKind == JsonValueKind.Object, ApiText.TypeObject))
        {
            return null;
        }

        string? discriminator = info.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        JsonTypeInfo? actual = discriminator is null ? info : Derived(pointer, element, info, discriminator);
        if (actual is null)
        {
            return null;
        }

        JsonObject readable = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = Name(property);
            string place = $"{pointer}/{Escape(name)}";
            if (name == discriminator)
            {
                readable[name] = JsonValue.Create(property.Value);
            }
            else if (actual.Properties.FirstOrDefault(known => known.Name == name) is not { } member)
            {
                Add(place, UnknownField, ApiText.UnknownField.With(Shown(name)));
            }
            else if (property.Value.ValueKind != JsonValueKind.Null && Visit(place, property.Value, member.PropertyType) is { } value)
            {
                readable[name] = value;
            }
        }

        return readable;
    }

    private JsonTypeInfo? Derived(string pointer, JsonElement element, JsonTypeInfo info, string discriminator)
    {
        string place = $"{pointer}/{discriminator}";
        if (!element.TryGetProperty(discriminator, out JsonElement chosen) || chosen.ValueKind == JsonValueKind.Null)
        {
            Add(place, "required", ApiText.Required.With(discriminator));
            return null;
        }

        IList<JsonDerivedType> derived = info.PolymorphismOptions!.DerivedTypes;
        VisitChoice(place, chosen, derived.Select(one => (string)one.TypeDiscriminator!));
        string? name = chosen.ValueKind == JsonValueKind.String ? Text(chosen) : null;
        return derived.Where(one => name is not null && Equals(one.TypeDiscriminator, name)).Select(one => options.GetTypeInfo(one.DerivedType)).FirstOrDefault();
    }

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // A time without its distance from UTC is three different times in Indonesia.
    private static bool IsInstant(JsonElement element) =>
        Text(element) is { } text && element.TryGetDateTimeOffset(out _) && (text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-'));

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "�";
        }
    }

    private static string Escape(string name) => Shown(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Shown(string name) => name.Length <= ShownNameLength ? name : name[..ShownNameLength];

    private bool Demand(string pointer, bool isMet, string expected)
    {
        if (!isMet)
        {
            Add(pointer, "wrong_type", ApiText.WrongType.With(expected));
        }

        return isMet;
    }

    private void Add(string pointer, string code, string message) => _errors.Add(new ApiFieldError(pointer, code, message));
}
