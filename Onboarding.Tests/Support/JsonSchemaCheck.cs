using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Onboarding.Tests.Support;

/// <summary>
/// Compares JSON with a schema of an OpenAPI 3.1 document: the part of JSON Schema that the document uses. Stricter than the
/// standard in one thing: a field that the schema does not name is an error.
/// </summary>
public sealed class JsonSchemaCheck
{
    private readonly JsonElement _document;
    private readonly List<string> _errors = [];

    private JsonSchemaCheck(JsonElement document) => _document = document;

    /// <summary>Where the value differs from the schema.</summary>
    public static IReadOnlyList<string> Errors(JsonElement document, JsonElement schema, JsonElement value)
    {
        JsonSchemaCheck check = new(document);
        check.Visit("#", schema, value);
        return check._errors;
    }

    private void Visit(string place, JsonElement schema, JsonElement value)
    {
        schema = Resolve(schema);
        foreach (var name in new[] { "anyOf", "oneOf" })
        {
            if (schema.TryGetProperty(name, out var choices) && !choices.EnumerateArray().Any(choice => Errors(_document, choice, value).Count == 0))
            {
                _errors.Add($"{place}: none of {name}");
            }
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
        {
            _errors.Add($"{place}: {TypeOf(value)} is not {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(name => JsonElement.DeepEquals(name, value)))
        {
            _errors.Add($"{place}: {value} is not in the enum");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                VisitText(place, schema, value.GetString()!);
                break;
            case JsonValueKind.Array when schema.TryGetProperty("items", out var items):
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Visit(string.Create(CultureInfo.InvariantCulture, $"{place}/{index}"), items, item);
                }

                break;
            case JsonValueKind.Object:
                VisitObject(place, schema, value);
                break;
        }
    }

    private void VisitObject(string place, JsonElement schema, JsonElement value)
    {
        foreach (var required in schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            if (!value.TryGetProperty(required, out _))
            {
                _errors.Add($"{place}/{required}: missing");
            }
        }

        if (!schema.TryGetProperty("properties", out var properties))
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var known))
            {
                Visit($"{place}/{property.Name}", known, property.Value);
            }
            else
            {
                _errors.Add($"{place}/{property.Name}: not described");
            }
        }
    }

    private void VisitText(string place, JsonElement schema, string text)
    {
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            _errors.Add($"{place}: does not match {pattern}");
        }

        if (schema.TryGetProperty("maxLength", out var length) && text.Length > length.GetInt32())
        {
            _errors.Add($"{place}: longer than {length}");
        }

        var isWellFormed = !schema.TryGetProperty("format", out var format) || format.GetString() switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uuid" => Guid.TryParse(text, out _),
            _ => true,
        };
        if (!isWellFormed)
        {
            _errors.Add($"{place}: not a {format}");
        }
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            var target = _document;
            foreach (var part in reference.GetString()!.Split('/').Skip(1))
            {
                target = target.GetProperty(part);
            }

            schema = target;
        }

        return schema;
    }

    private static string[] Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.String ? [type.GetString()!] : [.. type.EnumerateArray().Select(one => one.GetString()!)];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
