using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Onboarding.Tests.Support;

/// <summary>A question as the source received it.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body.</param>
/// <param name="Key">The key's header.</param>
public sealed record ReceivedQuestion(string Path, string Body, string Key);

/// <summary>An external source on a free port of the loopback interface, which behaves as the test says.</summary>
public sealed class SourceEndpoint : LoopbackServer
{
    private readonly ConcurrentQueue<ReceivedQuestion> _questions = [];

    private SourceEndpoint() => Answer = context => context.Response.WriteAsync("""{"data":{"nik":"Sesuai","nama":true},"ref":"R-1"}""");

    /// <summary>Its address.</summary>
    public string Address => Root;

    /// <summary>What it was asked.</summary>
    public IReadOnlyCollection<ReceivedQuestion> Questions => _questions;

    /// <summary>Starts it.</summary>
    public static Task<SourceEndpoint> StartAsync() => StartedAsync(new SourceEndpoint());

    /// <inheritdoc />
    protected override async Task ReceiveAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        _questions.Enqueue(new ReceivedQuestion($"{context.Request.Path}{context.Request.QueryString}", body, context.Request.Headers["X-Kunci"].ToString()));
        await Answer(context);
    }
}
