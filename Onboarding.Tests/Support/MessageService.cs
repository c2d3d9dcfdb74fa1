using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Onboarding.Tests.Support;

/// <summary>A service that carries short messages, on a free port of the loopback interface, which answers as the test says.</summary>
public sealed class MessageService : LoopbackServer
{
    private readonly ConcurrentQueue<ReceivedOrder> _messages = [];

    private MessageService() => Answer = context => context.Response.WriteAsync("""{"id":"wamid-1"}""");

    /// <summary>Its address.</summary>
    public string Address => Root + "/messages";

    /// <summary>What it received.</summary>
    public IReadOnlyCollection<ReceivedOrder> Messages => _messages;

    /// <summary>Starts it.</summary>
    public static Task<MessageService> StartAsync() => StartedAsync(new MessageService());

    /// <inheritdoc />
    protected override async Task ReceiveAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        _messages.Enqueue(new ReceivedOrder(body, context.Request.Headers["Idempotency-Key"].ToString(), context.Request.Headers["X-Onboarding-Signature"].ToString()));
        await Answer(context);
    }
}
