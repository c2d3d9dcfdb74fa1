using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Onboarding.Tests.Support;

/// <summary>A webhook as a partner's server received it.</summary>
/// <param name="Id">Id of the delivery.</param>
/// <param name="Timestamp">Time of the attempt.</param>
/// <param name="Signatures">The signatures.</param>
/// <param name="Body">The bytes.</param>
public sealed record ReceivedWebhook(string Id, string Timestamp, string Signatures, byte[] Body);

/// <summary>A partner's server on a free port of the loopback interface, which answers as the test says.</summary>
public sealed class WebhookReceiver : LoopbackServer
{
    private readonly ConcurrentQueue<ReceivedWebhook> _received = [];

    private WebhookReceiver() => Answer = context =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    /// <summary>Its address.</summary>
    public string Address => Root + "/hook";

    /// <summary>What it received.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    /// <summary>Requests to other addresses: a redirect that was followed.</summary>
    public int Strays { get; private set; }

    /// <summary>Starts it.</summary>
    public static Task<WebhookReceiver> StartAsync() => StartedAsync(new WebhookReceiver());

    /// <inheritdoc />
    protected override async Task ReceiveAsync(HttpContext context)
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
