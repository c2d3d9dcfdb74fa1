using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Onboarding.Tests.Support;

/// <summary>A webhook as a partner's server received it.</summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="Timestamp">Time of the attempt.</param>
/// <param name="Signatures">The signatures.</param>
/// <param name="Body">The bytes.</param>
public sealed record ReceivedWebhook(string Id, string Timestamp, string Signatures, byte[] Body);

/// <summary>A partner's server on a free port of the loopback interface, which answers as the test says.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<ReceivedWebhook> _received = [];

    private WebhookReceiver(WebApplication server) => _server = server;

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    /// <summary>Its address.</summary>
    public string Address => _server.Urls.First() + "/hook";

    /// <summary>What it received.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    /// <summary>Requests to other addresses: a redirect that was followed.</summary>
    public int Strays { get; private set; }

    /// <summary>Starts it.</summary>
    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        WebhookReceiver receiver = new(server);
        server.Run(receiver.ReceiveAsync);
        await server.StartAsync();
        return receiver;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        if (context.Request.Path != "/hook")
        {
            Strays++;
            return;
        }

        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        _received.Enqueue(new ReceivedWebhook(headers["Webhook-Id"].ToString(), headers["Webhook-Timestamp"].ToString(), headers["Webhook-Signature"].ToString(), body.ToArray()));
        await Answer(context);
    }
}
