using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Onboarding.Tests.Support;

/// <summary>An order as the activation system received it.</summary>
/// <param name="Body">The JSON.</param>
/// <param name="IdempotencyKey">The key's header.</param>
/// <param name="Signature">The signature's header.</param>
public sealed record ReceivedOrder(string Body, string IdempotencyKey, string Signature);

/// <summary>An activation system on a free port of the loopback interface, which answers as the test says.</summary>
public sealed class ActivationEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<ReceivedOrder> _orders = [];

    private ActivationEndpoint(WebApplication server) => _server = server;

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("""{"reference":"EXT-1"}""");

    /// <summary>Its address.</summary>
    public string Address => _server.Urls.First() + "/orders";

    /// <summary>What it received.</summary>
    public IReadOnlyCollection<ReceivedOrder> Orders => _orders;

    /// <summary>Starts it.</summary>
    public static async Task<ActivationEndpoint> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        ActivationEndpoint endpoint = new(server);
        server.Run(endpoint.ReceiveAsync);
        await server.StartAsync();
        return endpoint;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        _orders.Enqueue(new ReceivedOrder(body, context.Request.Headers["Idempotency-Key"].ToString(), context.Request.Headers["X-Onboarding-Signature"].ToString()));
        await Answer(context);
    }
}
