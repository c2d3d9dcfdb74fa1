using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>
/// Orders over HTTP: JSON, an idempotency key, and a signature (HMAC-SHA256 over time and body) by which the receiver
/// knows the sender and refuses what is old. One attempt a call: the outbox repeats it, so that a retry survives a restart.
/// </summary>
/// <param name="client">The client; it follows no redirects.</param>
/// <param name="settings">Where to, and the key.</param>
/// <param name="clock">The time that is signed, and the limit of an attempt.</param>
internal sealed class HttpServiceActivation(HttpClient client, ActivationSettings settings, TimeProvider clock) : IServiceActivation
{
    /// <summary>Name of the signature's header: <c>t=unix seconds,v1=hex</c>.</summary>
    public const string SignatureHeader = "X-Onboarding-Signature";

    /// <summary>Name of the idempotency key's header.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    private const int AnswerLimit = 64 * 1024;
    private const int ReferenceLimit = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <inheritdoc />
    public async Task<string> SwitchOnAsync(ActivationOrder order, CancellationToken cancellation)
    {
        byte[] body = await PostAsync("activate", order, cancellation);
        Answer? answer;
        try
        {
            answer = JsonSerializer.Deserialize<Answer>(body, Json);
        }
        catch (JsonException)
        {
            throw new ActivationFailedException("NonsenseAnswer");
        }

        return answer?.Reference is { } reference && IsReference(reference) ? reference : throw new ActivationFailedException("NonsenseAnswer");
    }

    /// <inheritdoc />
    public Task SwitchOffAsync(ActivationOrder order, CancellationToken cancellation) => PostAsync("deactivate", order, cancellation);

    /// <summary>The signature of a body at a time.</summary>
    internal static string Sign(string key, long unixSeconds, ReadOnlySpan<byte> body)
    {
        byte[] time = Encoding.ASCII.GetBytes(unixSeconds.ToString(CultureInfo.InvariantCulture) + ".");
        byte[] content = [.. time, .. body];
        byte[] signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), content);
        return string.Create(CultureInfo.InvariantCulture, $"t={unixSeconds},v1={Convert.ToHexStringLower(signed)}");
    }

    private async Task<byte[]> PostAsync(string action, ActivationOrder order, CancellationToken cancellation)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new Order(action, order.IdempotencyKey, order.CaseNumber, order.ProductCode, order.CustomerNumber), Json);
        using HttpRequestMessage request = new(HttpMethod.Post, settings.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(IdempotencyHeader, $"{order.IdempotencyKey:N}-{action}");
        request.Headers.Add(SignatureHeader, Sign(settings.Key!, clock.GetUtcNow().ToUnixTimeSeconds(), body));

        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(settings.TimeoutSeconds), clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return answer.IsSuccessStatusCode
                ? await ReadAsync(answer, either.Token)
                : throw new ActivationFailedException($"Http{(int)answer.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ActivationFailedException("Timeout");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellation.IsCancellationRequested)
        {
            throw new ActivationFailedException("Unreachable");
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using Stream content = await answer.Content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[AnswerLimit + 1];
        int length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= AnswerLimit ? buffer[..length] : throw new ActivationFailedException("NonsenseAnswer");
    }

    // It is stored, shown and printed: letters, digits and a few signs, nothing else.
    private static bool IsReference(string reference) =>
        reference.Length is > 0 and <= ReferenceLimit && reference.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '/' or '.');

    private sealed record Order(string Action, Guid IdempotencyKey, string CaseNumber, string ProductCode, string CustomerNumber);

    private sealed record Answer(string? Reference);
}
