using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Onboarding.Tests.Support;

/// <summary>A request as the CRM received it.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">The JSON; empty for a question.</param>
/// <param name="Signature">The signature's header.</param>
/// <param name="IdempotencyKey">The key's header; empty for a question.</param>
public sealed record CrmRequest(string Method, string Target, string Body, string Signature, string IdempotencyKey);

/// <summary>A record as the CRM holds it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Hash">The hash; null when somebody changed the record there.</param>
/// <param name="Customer">What it was told.</param>
public sealed record CrmHeld(int Version, string? Hash, JsonObject? Customer);

/// <summary>An external CRM on a free port of the loopback interface. It keeps what it is told, as the contract says, until the test scripts something else.</summary>
public sealed class CrmEndpoint : LoopbackServer
{
    private const string BodyItem = "body";

    private readonly ConcurrentQueue<CrmRequest> _requests = [];

    private CrmEndpoint() => Answer = KeepAsync;

    /// <summary>Its address.</summary>
    public string Address => Root + "/api/customers?tenant=1";

    /// <summary>What it received.</summary>
    public IReadOnlyCollection<CrmRequest> Requests => _requests;

    /// <summary>What it was told to hold.</summary>
    public IReadOnlyList<CrmRequest> Puts => [.. _requests.Where(request => request.Method == "PUT")];

    /// <summary>What it holds, by customer number.</summary>
    public ConcurrentDictionary<string, CrmHeld> Held { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts it.</summary>
    public static Task<CrmEndpoint> StartAsync() => StartedAsync(new CrmEndpoint());

    /// <summary>An answer with this status and body.</summary>
    public static Func<HttpContext, Task> Says(int status, string body = "", string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/elsewhere";
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return context.Response.WriteAsync(body);
    };

    /// <summary>Does as the contract says.</summary>
    public Task KeepAsync(HttpContext context) => context.Request.Method == "GET" ? ListAsync(context) : PutAsync(context);

    /// <summary>Does as the contract says, and then the line breaks.</summary>
    public async Task KeepAndBreakAsync(HttpContext context)
    {
        Take(context);
        context.Abort();
        await Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task ReceiveAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        context.Items[BodyItem] = body;
        _requests.Enqueue(new CrmRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString.Value,
            body,
            context.Request.Headers["X-Onboarding-Signature"].ToString(),
            context.Request.Headers["Idempotency-Key"].ToString()));
        await Answer(context);
    }

    private Task PutAsync(HttpContext context)
    {
        (string number, CrmHeld held) = Take(context);
        return held.Version > Version(context)
            ? Says(409)(context)
            : context.Response.WriteAsync($$"""{"id":"EXT-{{number}}","version":{{held.Version}}}""");
    }

    private (string Number, CrmHeld Held) Take(HttpContext context)
    {
        JsonObject told = JsonNode.Parse((string)context.Items[BodyItem]!)!.AsObject();
        string number = (string)told["number"]!;
        CrmHeld given = new((int)told["version"]!, (string)told["hash"]!, told["customer"]!.AsObject());
        bool overwrites = (bool)told["overwrite"]!;
        return (number, Held.AddOrUpdate(number, given, (_, before) => before.Version > given.Version && !overwrites ? before : given));
    }

    private static int Version(HttpContext context) => (int)JsonNode.Parse((string)context.Items[BodyItem]!)!["version"]!;

    private Task ListAsync(HttpContext context)
    {
        string after = context.Request.Query["after"].ToString();
        int limit = int.Parse(context.Request.Query["limit"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        var page = Held.OrderBy(entry => entry.Key, StringComparer.Ordinal).Where(entry => string.CompareOrdinal(entry.Key, after) > 0).Take(limit + 1).ToList();
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            items = page.Take(limit).Select(entry => new { number = entry.Key, version = entry.Value.Version, hash = entry.Value.Hash, id = $"EXT-{entry.Key}" }),
            next = page.Count > limit ? page[limit - 1].Key : null,
        }));
    }
}
