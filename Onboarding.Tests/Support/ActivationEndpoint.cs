using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Onboarding.Tests.Support;

/// <summary>An order as the activation system received it.</summary>
/// <param name="Body">The JSON.</param>
/// <param name="IdempotencyKey">The key's header.</param>
/// <param name="Signature">The signature's header.</param>
public sealed record ReceivedOrder(string Body, string IdempotencyKey, string Signature);

/// <summary>An activation system on a free port of the loopback interface, which answers as the test says.</summary>
public sealed class ActivationEndpoint : LoopbackServer
{
    private readonly ConcurrentQueue<ReceivedOrder> _orders = [];

    private ActivationEndpoint() => Answer = context => context.Response.WriteAsync("""{"reference":"EXT-1"}""");

    /// <summary>Its address.</summary>
    public string Address => Root + "/orders";

    /// <summary>What it received.</summary>
    public IReadOnlyCollection<ReceivedOrder> Orders => _orders;

    /// <summary>Starts it.</summary>
    public static Task<ActivationEndpoint> StartAsync() => StartedAsync(new ActivationEndpoint());

    /// <inheritdoc />
    protected override async Task ReceiveAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        _orders.Enqueue(new ReceivedOrder(body, context.Request.Headers["Idempotency-Key"].ToString(), context.Request.Headers["X-Onboarding-Signature"].ToString()));
        await Answer(context);
    }
}
