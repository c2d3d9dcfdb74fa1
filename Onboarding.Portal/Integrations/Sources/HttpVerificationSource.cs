using System.Net;
using Onboarding.Core.Stages.Stage2Verification;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Onboarding.Portal.Integrations.Sources;

/// <summary>An external source over HTTP, described by settings: what is sent, where the answer stands, and how patient one is.</summary>
/// <param name="clients">Makes clients; they follow no redirects and log nothing.</param>
/// <param name="settings">What it is and how it is asked.</param>
/// <param name="clock">Clock of waits, limits and breaks.</param>
/// <param name="log">Log.</param>
internal sealed partial class HttpVerificationSource(IHttpClientFactory clients, SourceSettings settings, TimeProvider clock, ILogger<HttpVerificationSource> log)
    : IVerificationSource, ISourceState
{
    /// <summary>Name of the client that all sources share.</summary>
    public const string Client = "verification-sources";

    private const int AnswerLimit = 64 * 1024;

    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly Lock _gate = new();
    private ResiliencePipeline<SourceResponse>? _pipeline;
    private volatile bool _hasFailed;

    /// <inheritdoc />
    public SourceInfo Info { get; } = new(
        settings.Name, settings.Title, settings.TitleEnglish ?? settings.Title, settings.Kinds, [.. settings.Fields.Select(field => field.Field)], TimeSpan.FromHours(settings.ValidityHours));

    /// <inheritdoc />
    public bool IsDown => _hasFailed || _breaker.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <inheritdoc />
    public async Task<SourceReply> AskAsync(SourceQuestion question, CancellationToken cancellationToken)
    {
        SourceReply reply = await TryAsync(question, cancellationToken);
        _hasFailed = reply.State == SourceState.Unavailable;
        if (_hasFailed)
        {
            NoAnswer(log, settings.Name, reply.Failure ?? "");
        }

        return reply;
    }

    private async Task<SourceReply> TryAsync(SourceQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            SourceResponse response = await Pipeline().ExecuteAsync(
                async (state, token) => await state.Source.SendAsync(state.question, token), (Source: this, question), cancellationToken);
            return response.Status switch
            {
                HttpStatusCode.NotFound => SourceReply.NotFound(),
                HttpStatusCode.OK => SourceReplies.Read(settings, response.Body),
                var status => SourceReply.Unavailable($"Http{(int)status}"),
            };
        }
        catch (TimeoutRejectedException)
        {
            return SourceReply.Unavailable("Timeout");
        }
        catch (BrokenCircuitException)
        {
            return SourceReply.Unavailable("CircuitOpen");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return SourceReply.Unavailable("Unreachable");
        }
    }

    private ResiliencePipeline<SourceResponse> Pipeline()
    {
        lock (_gate)
        {
            return _pipeline ??= SourceResilience.Of(settings, clock, _breaker);
        }
    }

    // The body is read inside the attempt: a connection that breaks off in the middle is a failure like any other.
    private async Task<SourceResponse> SendAsync(SourceQuestion question, CancellationToken cancellationToken)
    {
        using HttpClient client = clients.CreateClient(Client);
        using HttpRequestMessage request = SourceRequests.Of(settings, question);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        byte[] body = response.StatusCode == HttpStatusCode.OK ? await ReadAsync(response, cancellationToken) : [];
        return new SourceResponse(response.StatusCode, body, response.Headers.RetryAfter?.Delta);
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using Stream content = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[AnswerLimit + 1];
        int length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);

        // More than an answer can be is no answer; it is cut to something that reads as nonsense.
        return length <= AnswerLimit ? buffer[..length] : [];
    }

    [LoggerMessage(3301, LogLevel.Warning, "Source {Source} gave no usable answer: {Failure}")]
    private static partial void NoAnswer(ILogger log, string source, string failure);
}

/// <summary>A source that knows whether it answers.</summary>
internal interface ISourceState
{
    /// <summary>True when its last question had no answer, or nobody asks it for a while.</summary>
    bool IsDown { get; }
}
