using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using Onboarding.Portal.Api.Problems;

namespace Onboarding.Portal.Api.Requests;

/// <summary>Reads the body of a request: in whole, since it is hashed before it is understood, and bounded.</summary>
internal static class JsonBody
{
    /// <summary>More than a registration of a business needs, with every field at its greatest length.</summary>
    public const int MaxSize = 64 * 1024;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes, or the problem: not JSON in UTF-8, or too large.</summary>
    public static async Task<(byte[] Body, ProblemAnswer? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!IsJson(request))
        {
            return ([], new ProblemAnswer(ApiProblemKind.UnsupportedMediaType));
        }

        if (request.ContentLength > MaxSize)
        {
            return ([], new ProblemAnswer(ApiProblemKind.TooLarge));
        }

        byte[] buffer = new byte[MaxSize + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > MaxSize ? ([], new ProblemAnswer(ApiProblemKind.TooLarge)) : (buffer[..length], null);
    }

    /// <summary>What can be read of the body as a value of its type, with every field that cannot; or the problem of a body that is no JSON.</summary>
    public static (ReadBody<T>? Read, ProblemAnswer? Problem) Parse<T>(byte[] body)
        where T : class
    {
        if (!Utf8.IsValid(body) || body.AsSpan().StartsWith(ByteOrderMark))
        {
            return (null, new ProblemAnswer(ApiProblemKind.MalformedRequest) { Detail = ApiText.NotUtf8, Code = "not_utf8" });
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body, ApiJson.Document);
            (IReadOnlyList<ApiFieldError> errors, JsonNode? readable) = StrictJson.Check(document.RootElement, typeof(T), ApiJson.Options);
            return (new ReadBody<T>(readable?.Deserialize<T>(ApiJson.Options), errors), null);
        }
        catch (JsonException)
        {
            // Its message can quote what was sent, which is personal data.
            return (null, new ProblemAnswer(ApiProblemKind.MalformedRequest));
        }
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
