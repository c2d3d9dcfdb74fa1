using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>
/// Orders over HTTP: JSON, an idempotency key, and a signature (<see cref="ActivationSignature"/>). One attempt a call: the outbox
/// repeats it, so that a retry survives a restart. What was said is kept for IT before anything is made of it.
/// </summary>
/// <param name="client">The client; it follows no redirects.</param>
/// <param name="settings">Where to, and the key.</param>
/// <param name="circuit">Spares a system that fails in a row.</param>
/// <param name="exchanges">Keeps what was said.</param>
/// <param name="clock">The time that is signed, and the limit of an attempt.</param>
internal sealed class HttpServiceActivation(
    HttpClient client, ActivationSettings settings, ActivationCircuit circuit, ActivationExchanges exchanges, TimeProvider clock) : IServiceActivation
{
    /// <summary>Name of the idempotency key's header.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    private const int AnswerLimit = 64 * 1024;
    private const string Nonsense = "NonsenseAnswer";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <inheritdoc />
    public Task<ActivationAnswer> SwitchOnAsync(ActivationOrder order, CancellationToken cancellation) =>
        circuit.TryAsync(token => OrderAsync(order, switchesOn: true, token), cancellation);

    /// <inheritdoc />
    public Task SwitchOffAsync(ActivationOrder order, CancellationToken cancellation) =>
        circuit.TryAsync(token => OrderAsync(order, switchesOn: false, token), cancellation);

    private async Task<ActivationAnswer> OrderAsync(ActivationOrder order, bool switchesOn, CancellationToken cancellation)
    {
        string action = switchesOn ? "activate" : "deactivate";
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new Order(action, order.IdempotencyKey, order.CaseNumber, order.ProductCode, order.CustomerNumber), Json);
        Said said = new(order, switchesOn, Encoding.UTF8.GetString(body), Stopwatch.GetTimestamp());
        try
        {
            ActivationAnswer answer = await PostAsync(said, body, $"{order.IdempotencyKey:N}-{action}", cancellation);
            await KeepAsync(said, answer is ActivationAccepted ? ExchangeOutcome.Accepted : ExchangeOutcome.Done, error: null);
            return answer;
        }
        catch (ActivationFailedException failure)
        {
            await KeepAsync(said, ExchangeOutcome.Failed, failure.Code);
            throw;
        }
    }

    private async Task<ActivationAnswer> PostAsync(Said said, byte[] body, string key, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, settings.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(IdempotencyHeader, key);
        request.Headers.Add(ActivationSignature.Header, ActivationSignature.Sign(settings.Key!, clock.GetUtcNow().ToUnixTimeSeconds(), body));

        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(settings.TimeoutSeconds), clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            said.Status = (int)answer.StatusCode;
            byte[] content = await ReadAsync(answer, either.Token);
            said.Received = Encoding.UTF8.GetString(content);
            return answer.IsSuccessStatusCode ? Understand(answer.StatusCode, said, content) : throw Refused(answer.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ActivationFailedException("Timeout") { IsTransient = true };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellation.IsCancellationRequested)
        {
            throw new ActivationFailedException("Unreachable") { IsTransient = true };
        }
    }

    private ActivationAnswer Understand(HttpStatusCode status, Said said, byte[] content)
    {
        if (!said.SwitchesOn)
        {
            return new ActivationAccepted();
        }

        // "Taken, not done": without a callback nobody would ever hear of it, so then it is nonsense like any other.
        if (status == HttpStatusCode.Accepted && settings.TakesCallbacks)
        {
            return new ActivationAccepted();
        }

        try
        {
            string? reference = JsonSerializer.Deserialize<Answer>(content, Json)?.Reference;
            return ActivationReference.IsValid(reference) ? new ActivationConfirmed(reference!) : throw new ActivationFailedException(Nonsense);
        }
        catch (JsonException)
        {
            throw new ActivationFailedException(Nonsense);
        }
    }

    private static ActivationFailedException Refused(HttpStatusCode status) =>
        new($"Http{(int)status}") { IsTransient = (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests };

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using Stream content = await answer.Content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[AnswerLimit + 1];
        int length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= AnswerLimit ? buffer[..length] : throw new ActivationFailedException(Nonsense);
    }

    // Kept also when the portal is about to stop: what was said was said.
    private Task KeepAsync(Said said, ExchangeOutcome outcome, string? error) => exchanges.RecordAsync(
        new NewExchange(
            said.Order.CaseId, said.Order.IdempotencyKey, ExchangeDirection.Order, said.SwitchesOn, outcome,
            new ExchangeContent($"POST {Shown(settings.Endpoint!)}\n{IdempotencyHeader}: {said.Order.IdempotencyKey:N}\n{ActivationSignature.Header}: ***\n\n{said.Sent}", ExchangeContent.Cut(said.Received)))
        {
            Duration = Stopwatch.GetElapsedTime(said.Since),
            HttpStatus = said.Status,
            Error = error,
        },
        CancellationToken.None);

    // A key may stand in the query or before the host.
    private static string Shown(string endpoint) => new Uri(endpoint).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private sealed record Order(string Action, Guid IdempotencyKey, string CaseNumber, string ProductCode, string CustomerNumber);

    private sealed record Answer(string? Reference);

    private sealed record Said(ActivationOrder Order, bool SwitchesOn, string Sent, long Since)
    {
        public int? Status { get; set; }

        public string Received { get; set; } = "";
    }
}
