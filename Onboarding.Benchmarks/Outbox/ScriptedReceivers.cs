using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Integrations.Webhooks;

namespace Onboarding.Benchmarks.Outbox;

/// <summary>A request that came in.</summary>
/// <param name="Key">What the sender knows the message by: the idempotency key or the id of the delivery.</param>
/// <param name="At">When it was answered (UTC).</param>
/// <param name="IsTaken">Whether the answer was that it is done.</param>
internal sealed record Receipt(string Key, DateTimeOffset At, bool IsTaken);

/// <summary>The activation system and the servers of the partners: real HTTP on a free port of the loopback interface, which fails as it is told.</summary>
internal sealed class ScriptedReceivers : IAsyncDisposable
{
    private const string ActivationPath = "/activation";

    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Receipt> _receipts = [];
    private readonly ConcurrentDictionary<string, Behaviour> _behaviours = [];
    private readonly ConcurrentDictionary<string, int> _keys = [];

    private ScriptedReceivers()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(ReceiveAsync);
    }

    /// <summary>Where orders go.</summary>
    public string Activation => _server.Urls.First() + ActivationPath;

    /// <summary>What came in.</summary>
    public IReadOnlyCollection<Receipt> Receipts => _receipts;

    /// <summary>Starts them.</summary>
    public static async Task<ScriptedReceivers> StartAsync(CancellationToken cancellationToken)
    {
        var receivers = new ScriptedReceivers();
        await receivers._server.StartAsync(cancellationToken);
        return receivers;
    }

    /// <summary>Where the webhooks of a partner go.</summary>
    public string Partner(int number) => _server.Urls.First() + PartnerPath(number);

    /// <summary>From now on all behave like this.</summary>
    public void AllAre(Behaviour behaviour)
    {
        _behaviours.Clear();
        _behaviours[string.Empty] = behaviour;
    }

    /// <summary>From now on one partner behaves differently.</summary>
    public void PartnerIs(int number, Behaviour behaviour) => _behaviours[PartnerPath(number)] = behaviour;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private static string PartnerPath(int number) => string.Create(CultureInfo.InvariantCulture, $"/partner/{number}");

    private async Task ReceiveAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var path = context.Request.Path.Value!;
        var isOrder = path == ActivationPath;
        var key = context.Request.Headers[isOrder ? HttpServiceActivation.IdempotencyHeader : WebhookSender.IdHeader].ToString();
        var status = await BehaveAsync(_behaviours.TryGetValue(path, out var own) ? own : _behaviours[string.Empty], IsTenth(key), context);
        _receipts.Enqueue(new Receipt(key, TimeProvider.System.GetUtcNow(), status == StatusCodes.Status200OK));
        if (status is { } answer)
        {
            context.Response.StatusCode = answer;
            await (isOrder && answer == StatusCodes.Status200OK
                ? context.Response.WriteAsJsonAsync(new { reference = $"SVC-{key}" }, context.RequestAborted)
                : Task.CompletedTask);
        }
    }

    // False when it comes again.
    private bool IsTenth(string key) => _keys.TryAdd(key, 0) && _keys.Count % 10 == 0;

    private static async Task<int?> BehaveAsync(Behaviour behaviour, bool isTenth, HttpContext context)
    {
        switch (behaviour)
        {
            case Behaviour.TenthFails when isTenth:
                return StatusCodes.Status500InternalServerError;
            case Behaviour.Slow:
                using (PeriodicTimer pause = new(Slowness))
                {
                    await pause.WaitForNextTickAsync(context.RequestAborted);
                }

                return StatusCodes.Status200OK;
            case Behaviour.Dead:
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                {
                    await gone.Task;
                }

                return null;
            default:
                return StatusCodes.Status200OK;
        }
    }
}
