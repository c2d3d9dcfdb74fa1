using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

namespace Onboarding.Portal.Live;

/// <summary>The open connections to the <see cref="QueueHub"/>.</summary>
public sealed class QueueConnections
{
    private readonly ConcurrentDictionary<string, Connection> _open = new(StringComparer.Ordinal);

    /// <summary>The audiences that somebody belongs to at the moment.</summary>
    public IReadOnlyCollection<QueueAudience> Audiences => [.. _open.Values.Select(connection => connection.Audience).DistinctBy(audience => audience.Group)];

    /// <summary>How many are open.</summary>
    public int Count => _open.Count;

    /// <summary>Keeps a connection until it is removed.</summary>
    public void Add(HubCallerContext context, QueueAudience audience) =>
        _open[context.ConnectionId] = new Connection(context, audience);

    /// <summary>Forgets a connection.</summary>
    public void Remove(string connectionId) => _open.TryRemove(connectionId, out _);

    /// <summary>Ends the connections of people who may not stay.</summary>
    /// <param name="mayStay">Asked once for each connection.</param>
    public async Task EndWhereAsync(Func<ClaimsPrincipal, Task<bool>> mayStay)
    {
        foreach (Connection connection in _open.Values)
        {
            if (connection.Context.User is not { } person || !await mayStay(person))
            {
                connection.Context.Abort();
            }
        }
    }

    private sealed record Connection(HubCallerContext Context, QueueAudience Audience);
}
