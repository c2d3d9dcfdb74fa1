using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Api.Requests;

/// <summary>
/// Compares JSON with the type it is to be read as and lists every difference by its place: unknown fields with their
/// names, values of a wrong type, names that an enumeration does not have. The serializer would stop at the first one.
/// </summary>
/// <param name="options">How the types are written.</param>
internal sealed class StrictJson(JsonSerializerOptions options)
{
    private const int MostErrors = 100;
    private const int ShownNameLength = 64;

    private readonly List<ApiFieldError> _errors = [];

    /// <summary>The differences; empty when the text can be read as the type.</summary>
    public static IReadOnlyList<ApiFieldError> Check(JsonElement element, Type type, JsonSerializerOptions options)
    {
        StrictJson reader = new(options);
        reader.Visit("#", element, type);
        return [.. reader._errors.Take(MostErrors)];
    }

    private void Visit(string pointer, JsonElement element, Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
        {
            VisitText(pointer, element);
        }
        else if (type == typeof(bool))
        {
            Demand(pointer, element.ValueKind is JsonValueKind.True or JsonValueKind.False, ApiText.TypeBoolean);
        }
        else if (type == typeof(int))
        {
            Demand(pointer, element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out _), ApiText.TypeInteger);
        }
        else if (type == typeof(DateOnly))
        {
            Demand(pointer, Text(element) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), ApiText.TypeDate);
        }
        else if (type == typeof(DateTimeOffset))
        {
            Demand(pointer, IsInstant(element), ApiText.TypeInstant);
        }
        else if (type.IsEnum)
        {
            VisitChoice(pointer, element, Enum.GetNames(type).Select(ApiJson.EnumNames.ConvertName));
        }
        else
        {
            VisitObject(pointer, element, options.GetTypeInfo(type));
        }
    }

    private void VisitText(string pointer, JsonElement element)
    {
        // A text can be well-formed JSON and still hold half of a character.
        if (Demand(pointer, element.ValueKind == JsonValueKind.String, ApiText.TypeText) && Text(element) is null)
        {
            Add(pointer, "wrong_type", ApiText.NotText);
        }
    }

    private void VisitChoice(string pointer, JsonElement element, IEnumerable<string> names)
    {
        if (Demand(pointer, element.ValueKind == JsonValueKind.String, ApiText.TypeText) && !names.Contains(Text(element), StringComparer.Ordinal))
        {
            Add(pointer, "unknown_choice", ApiText.UnknownChoice.With(string.Join(", ", names)));
        }
    }

    private void VisitObject(string pointer, JsonElement element, JsonTypeInfo info)
    {
        if (!Demand(pointer, element.ValueKind == JsonValueKind.Object, ApiText.TypeObject))
        {
            return;
        }

        string? discriminator = info.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        JsonTypeInfo? actual = discriminator is null ? info : Derived(pointer, element, info, discriminator);
        if (actual is null)
        {
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = Name(property);
            string place = $"{pointer}/{Escape(name)}";
            if (name == discriminator)
            {
                continue;
            }

            if (actual.Properties.FirstOrDefault(known => known.Name == name) is not { } member)
            {
                Add(place, "unknown_field", ApiText.UnknownField.With(Shown(name)));
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                Visit(place, property.Value, member.PropertyType);
            }
        }
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
