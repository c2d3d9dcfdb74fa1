using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Live;

/// <summary>
/// How many connections to the <see cref="QueueHub"/> one person may have open at a time on this node: a program that connects again and again without
/// closing takes the memory and the sending of all. The request of a connection lasts as long as the connection, and so does its place.
/// </summary>
public sealed class HubConnectionLimit : IAsyncDisposable
{
    /// <summary>The code with which one connection too many is refused.</summary>
    public const string TooMany = "TooManyConnections";

    private const int Usual = 20;

    private readonly int _most;
    private readonly PartitionedRateLimiter<string> _open;

    /// <summary>Reads the limit.</summary>
    /// <param name="configuration">Setting <c>Live:HubConnectionsPerPerson</c> (20).</param>
    /// <exception cref="StartupRefusedException">The setting cannot be used.</exception>
    public HubConnectionLimit(IConfiguration configuration)
    {
        _most = configuration.GetValue("Live:HubConnectionsPerPerson", Usual);
        if (_most < 1)
        {
            throw new StartupRefusedException("Live:HubConnectionsPerPerson must be 1 or more.");
        }

        _open = PartitionedRateLimiter.Create<string, string>(person =>
            RateLimitPartition.GetConcurrencyLimiter(person, _ => new ConcurrencyLimiterOptions { PermitLimit = _most, QueueLimit = 0 }));
    }

    /// <summary>Lets a connection in while there is room, and keeps its place until it ends. Called for people who may connect.</summary>
    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>()?.HubType != typeof(QueueHub))
        {
            await next(context);
            return;
        }

        using RateLimitLease place = _open.AttemptAcquire(context.User.ToActor().Id);
        if (place.IsAcquired)
        {
            await next(context);
            return;
        }

        await Results.Problem(
            statusCode: StatusCodes.Status429TooManyRequests,
            title: TooMany,
            detail: $"At most {_most} connections of one person are open at a time. Close one before you open another.").ExecuteAsync(context);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _open.DisposeAsync();
}
