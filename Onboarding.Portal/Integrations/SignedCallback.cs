using System.Text.Json;
using System.Text.Json.Serialization;
using Onboarding.Portal.Integrations.Activation;

namespace Onboarding.Portal.Integrations;

/// <summary>
/// How a system outside calls back: a small JSON body, signed with the time. Nothing of it is read before the signature was checked,
/// and what is older than a few minutes is refused. Whoever knows the secret may.
/// </summary>
internal static class SignedCallback
{
    private const int BodyLimit = 16 * 1024;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The body of a call that is signed; or the answer to one that is too large or not signed.</summary>
    /// <param name="request">The call.</param>
    /// <param name="key">The shared secret.</param>
    /// <param name="now">The present instant (UTC).</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<(byte[] Body, IResult? Refusal)> ReadAsync(HttpRequest request, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        byte[] buffer = new byte[BodyLimit + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (length > BodyLimit)
        {
            return ([], Refuse(StatusCodes.Status413PayloadTooLarge, "body_too_large"));
        }

        byte[] body = buffer[..length];
        return ActivationSignature.IsValid(request.Headers[ActivationSignature.Header], key, body, now, Tolerance)
            ? (body, null)
            : ([], Refuse(StatusCodes.Status401Unauthorized, "signature_not_valid"));
    }

    /// <summary>What a body says, or null when it is no such call; fields that nobody knows are passed over.</summary>
    public static T? Parse<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A refusal with one word that never changes: a program reads it.</summary>
    public static IResult Refuse(int status, string code) => Results.Problem(statusCode: status, title: code);

    /// <summary>The answer to a body that says nothing.</summary>
    public static IResult Malformed() => Refuse(StatusCodes.Status400BadRequest, "malformed_request");

    /// <summary>The answer when the same call may be made again later.</summary>
    public static IResult ComeAgain() => Refuse(StatusCodes.Status503ServiceUnavailable, "come_again");
}
