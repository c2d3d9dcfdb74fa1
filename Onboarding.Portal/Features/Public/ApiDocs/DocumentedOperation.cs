using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Onboarding.Portal.Features.Public.ApiDocs;

/// <summary>One operation of the OpenAPI document, as the page shows it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Method">Method of HTTP.</param>
/// <param name="Path">Path, or the name of the event for a webhook.</param>
/// <param name="Source">The operation itself.</param>
/// <param name="Document">The document, for its schemas.</param>
public sealed record DocumentedOperation(string Id, string Method, string Path, OpenApiOperation Source, OpenApiDocument Document)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schemas that a request's body is made of, the outermost first, each once.</summary>
    public IReadOnlyList<(string Name, IOpenApiSchema Schema)> RequestSchemas => Schemas(Source.RequestBody?.Content);

    /// <summary>The schemas of the answer when it was done.</summary>
    public IReadOnlyList<(string Name, IOpenApiSchema Schema)> AnswerSchemas =>
        Schemas(Source.Responses?.FirstOrDefault(response => response.Key.StartsWith('2')).Value?.Content);

    /// <summary>Examples of the body, with their names.</summary>
    public IReadOnlyList<(string Name, string Text)> RequestExamples => Examples(Source.RequestBody?.Content);

    /// <summary>An example of the answer.</summary>
    public IReadOnlyList<(string Name, string Text)> AnswerExamples =>
        Examples(Source.Responses?.FirstOrDefault(response => response.Key.StartsWith('2')).Value?.Content);

    /// <summary>Every operation and every webhook, in the order of the document.</summary>
    public static IReadOnlyList<DocumentedOperation> Of(OpenApiDocument document)
    {
        IEnumerable<DocumentedOperation> paths = document.Paths.SelectMany(path => Of(path.Key, path.Value, document));
        IEnumerable<DocumentedOperation> webhooks = (document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal))
            .SelectMany(path => Of($"webhook {path.Key}", path.Value, document));
        return [.. paths, .. webhooks];
    }

    /// <summary>What a value is, in a few words: <c>string (date)</c>, <c>Address</c>, <c>array of DocumentKind</c>.</summary>
    public static string TypeOf(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id ?? "",
        { Items: { } items } => $"array of {TypeOf(items)}",
        { OneOf: { Count: > 0 } choices } => string.Join(" or ", choices.Where(choice => choice.Type != JsonSchemaType.Null).Select(TypeOf)),
        { AnyOf: { Count: > 0 } choices } => string.Join(" or ", choices.Where(choice => choice.Type != JsonSchemaType.Null).Select(TypeOf)),
        { Type: { } type } => (type & ~JsonSchemaType.Null).ToString().ToLowerInvariant() + (schema.Format is null ? "" : $" ({schema.Format})"),
        _ => "",
    };

    /// <summary>The values that a schema is limited to.</summary>
    public static string ChoicesOf(IOpenApiSchema schema) =>
        string.Join(", ", (schema.Enum ?? []).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>()));

    private static IEnumerable<DocumentedOperation> Of(string path, IOpenApiPathItem item, OpenApiDocument document) =>
        (item.Operations ?? []).Select(entry => new DocumentedOperation(entry.Value.OperationId ?? path, entry.Key.Method, path, entry.Value, document));

    private static IReadOnlyList<(string Name, string Text)> Examples(IDictionary<string, OpenApiMediaType>? content)
    {
        OpenApiMediaType? media = content?.Values.FirstOrDefault();
        return
        [
            .. media?.Example is { } one ? [("", one.ToJsonString(Indented))] : Array.Empty<(string, string)>(),
            .. (media?.Examples ?? new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)).Where(example => example.Value.Value is not null)
                .Select(example => (example.Value.Summary ?? example.Key, example.Value.Value!.ToJsonString(Indented))),
        ];
    }

    private List<(string Name, IOpenApiSchema Schema)> Schemas(IDictionary<string, OpenApiMediaType>? content)
    {
        List<(string Name, IOpenApiSchema Schema)> found = [];
        if (content?.Values.FirstOrDefault()?.Schema is { } schema)
        {
            Collect(schema, found);
        }

        return found;
    }

    private void Collect(IOpenApiSchema schema, List<(string Name, IOpenApiSchema Schema)> found)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (found.Exists(known => known.Name == id) || Document.Components?.Schemas?.TryGetValue(id, out IOpenApiSchema? target) != true)
            {
                return;
            }

            found.Add((id, target!));
            CollectParts(target!, found);
        }
        else
        {
            if (schema.Properties is { Count: > 0 })
            {
                found.Add(("", schema));
            }

            CollectParts(schema, found);
        }
    }

    private void CollectParts(IOpenApiSchema schema, List<(string Name, IOpenApiSchema Schema)> found)
    {
        IEnumerable<IOpenApiSchema> parts = [.. schema.Properties?.Values ?? [], .. schema.AnyOf ?? [], .. schema.OneOf ?? [], .. schema.Items is { } items ? [items] : Array.Empty<IOpenApiSchema>()];
        foreach (IOpenApiSchema part in parts)
        {
            Collect(part, found);
        }
    }
}
