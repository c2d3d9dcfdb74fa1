using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Onboarding.Core.Partners;

namespace Onboarding.Portal.Integrations.Webhooks;

/// <summary>
/// Posts one webhook, signed as Standard Webhooks asks: id, time and body under one HMAC, twice while two secrets overlap. One
/// attempt a call; the outbox repeats it. What the receiver answers beyond the status is not even read.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>The id of the delivery, the same in every attempt.</summary>
    public const string IdHeader = "Webhook-Id";

    /// <summary>When the attempt was made, in seconds since 1970.</summary>
    public const string TimestampHeader = "Webhook-Timestamp";

    /// <summary>The signatures, separated by a space.</summary>
    public const string SignatureHeader = "Webhook-Signature";

    private readonly HttpClient _client;
    private readonly WebhookSettings _settings;
    private readonly TimeProvider _clock;

    /// <summary>Makes the client: no redirects, no proxy, no cookies, and a look at the address before each connection.</summary>
    /// <param name="network">Which addresses are allowed.</param>
    /// <param name="settings">How long a delivery may take.</param>
    /// <param name="clock">The time that is signed, and the limit of an attempt.</param>
    public WebhookSender(WebhookNetwork network, WebhookSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _clock = clock;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = network.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ResponseDrainTimeout = TimeSpan.Zero,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Onboarding-Webhooks", "1"));
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>Makes one attempt.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="secrets">What signs it.</param>
    /// <param name="cancellation">Gives the attempt up.</param>
    public async Task<WebhookOutcome> SendAsync(string url, string id, byte[] body, IReadOnlyList<WebhookSecret> secrets, CancellationToken cancellation)
    {
        long seconds = _clock.GetUtcNow().ToUnixTimeSeconds();
        using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(IdHeader, id);
        request.Headers.Add(TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(SignatureHeader, string.Join(' ', secrets.Select(secret => secret.Sign(id, seconds, body))));

        long began = _clock.GetTimestamp();
        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(_settings.TimeoutSeconds), _clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new WebhookOutcome((int)answer.StatusCode, _clock.GetElapsedTime(began), Judge((int)answer.StatusCode));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookOutcome(null, _clock.GetElapsedTime(began), WebhookError.TimedOut);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellation.IsCancellationRequested)
        {
            return new WebhookOutcome(null, _clock.GetElapsedTime(began), Judge(failure));
        }
    }

    private static WebhookError? Judge(int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => WebhookError.Redirected,
        _ => WebhookError.RefusedByReceiver,
    };

    private static WebhookError Judge(Exception failure) => failure switch
    {
        HttpRequestException { InnerException: AddressNotAllowedException } => WebhookError.AddressNotAllowed,
        HttpRequestException { InnerException: AuthenticationException } => WebhookError.CertificateNotTrusted,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => WebhookError.NameNotResolved,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => WebhookError.NameNotResolved,
        _ => WebhookError.ConnectionFailed,
    };
}
