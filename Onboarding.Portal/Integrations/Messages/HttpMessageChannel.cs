using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Onboarding.Portal.Integrations.Activation;

namespace Onboarding.Portal.Integrations.Messages;

/// <summary>
/// Sends over HTTP: JSON, an idempotency key, and the signature of the orders to the activation system. One attempt a call: the
/// outbox repeats it, so that a retry survives a restart.
/// </summary>
/// <param name="client">The client; it follows no redirects.</param>
/// <param name="settings">Where to, and the key.</param>
/// <param name="clock">The time that is signed, and the limit of an attempt.</param>
internal sealed class HttpMessageChannel(HttpClient client, MessageSettings settings, TimeProvider clock) : IMessageChannel
{
    private const int AnswerLimit = 16 * 1024;
    private const string Nonsense = "NonsenseAnswer";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <inheritdoc />
    public async Task SendAsync(OutgoingText text, CancellationToken cancellation)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new Order(settings.Channel, text.To, text.Text, text.Id), Json);
        using HttpRequestMessage request = new(HttpMethod.Post, settings.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(HttpServiceActivation.IdempotencyHeader, text.Id.ToString("N"));
        request.Headers.Add(ActivationSignature.Header, ActivationSignature.Sign(settings.Key!, clock.GetUtcNow().ToUnixTimeSeconds(), body));

        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(settings.TimeoutSeconds), clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw Refused(answer.StatusCode);
            }

            Understand(await ReadAsync(answer, either.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TextNotSentException("Timeout");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellation.IsCancellationRequested)
        {
            throw new TextNotSentException("Unreachable");
        }
    }

    // The service's own number of the message: without it nobody could ask for it there, and a page of HTML has none.
    private static void Understand(byte[] content)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(JsonSerializer.Deserialize<Answer>(content, Json)?.Id))
            {
                throw new TextNotSentException(Nonsense);
            }
        }
        catch (JsonException)
        {
            throw new TextNotSentException(Nonsense);
        }
    }

    private static TextNotSentException Refused(HttpStatusCode status) => status == HttpStatusCode.UnprocessableEntity
        ? new TextNotSentException("NumberRefused") { IsPermanent = true }
        : new TextNotSentException($"Http{(int)status}");

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using Stream content = await answer.Content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[AnswerLimit + 1];
        int length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= AnswerLimit ? buffer[..length] : throw new TextNotSentException(Nonsense);
    }

    private sealed record Order(string Channel, string To, string Text, Guid IdempotencyKey);

    private sealed record Answer(string? Id);
}
