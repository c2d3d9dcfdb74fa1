using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Onboarding.Tests.Support;

/// <summary>A question as the source received it.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body.</param>
/// <param name="Key">The key's header.</param>
public sealed record ReceivedQuestion(string Path, string Body, string Key);

/// <summary>An external source on a free port of the loopback interface, which behaves as the test says.</summary>
public sealed class SourceEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<ReceivedQuestion> _questions = [];

    private SourceEndpoint(WebApplication server) => _server = server;

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("""{"data":{"nik":"Sesuai","nama":true},"ref":"R-1"}""");

    /// <summary>Its address.</summary>
    public string Address => _server.Urls.First();

    /// <summary>What it was asked.</summary>
    public IReadOnlyCollection<ReceivedQuestion> Questions => _questions;

    /// <summary>Starts it.</summary>
    public static async Task<SourceEndpoint> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        SourceEndpoint endpoint = new(server);
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
        _questions.Enqueue(new ReceivedQuestion($"{context.Request.Path}{context.Request.QueryString}", body, context.Request.Headers["X-Kunci"].ToString()));
        await Answer(context);
    }
}
