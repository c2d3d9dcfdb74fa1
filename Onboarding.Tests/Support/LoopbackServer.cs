using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Onboarding.Tests.Support;

/// <summary>Somebody else's server on a free port of the loopback interface: real HTTP, answered as the test says.</summary>
public abstract class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    /// <summary>Makes it; <see cref="StartedAsync{TServer}"/> starts it.</summary>
    protected LoopbackServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(ReceiveAsync);
    }

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Scheme, host and port.</summary>
    protected string Root => _server.Urls.First();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a server.</summary>
    /// <param name="server">The server.</param>
    protected static async Task<TServer> StartedAsync<TServer>(TServer server)
        where TServer : LoopbackServer
    {
        await server._server.StartAsync();
        return server;
    }

    /// <summary>Takes a request down and answers it.</summary>
    protected abstract Task ReceiveAsync(HttpContext context);
}
