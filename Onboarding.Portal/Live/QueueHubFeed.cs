using Microsoft.AspNetCore.SignalR;
using Onboarding.Core.Queues;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Live;

/// <summary>Carries notices from the feed to the hub, and ends the connections of people who may not listen any more.</summary>
/// <param name="feed">Where notices come from.</param>
/// <param name="hub">The hub's clients.</param>
/// <param name="connections">The open connections.</param>
/// <param name="sessions">Says whether a person may stay signed in.</param>
/// <param name="clock">Clock.</param>
/// <param name="logger">Told of failures.</param>
public sealed partial class QueueHubFeed(
    ChangeFeed feed, IHubContext<QueueHub> hub, QueueConnections connections, SessionCheck sessions, TimeProvider clock, ILogger<QueueHubFeed> logger)
    : BackgroundService
{
    // Programs do not watch with eyes: merging the changes of a case over this time spares them most of a burst.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using ChangeListener listener = new(feed, clock, Pause, _ => connections.Count > 0, SendAsync, FailAsync);
        listener.Start();
        using PeriodicTimer timer = new(StaffIdentity.RevalidationInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RevalidateAsync();
        }
    }

    private Task SendAsync(ChangeBatch batch)
    {
        foreach (QueueAudience audience in connections.Audiences)
        {
            if (batch.HasGaps)
            {
                _ = ObserveAsync(hub.Clients.Group(audience.Group).SendAsync(QueueHub.ChangesMissed));
            }

            foreach (CaseChange change in batch.Changes)
            {
                if (audience.Tell(change) is { } message)
                {
                    // Not awaited: a client that reads slowly is closed by the transport after its own time and delays nobody.
                    _ = ObserveAsync(hub.Clients.Group(audience.Group).SendAsync(QueueHub.CaseChanged, message));
                }
            }
        }

        return Task.CompletedTask;
    }

    private async Task RevalidateAsync()
    {
        try
        {
            await connections.EndWhereAsync(sessions.MayStayAsync);
        }
#pragma warning disable CA1031 // The account store may be away for a while; the next minute asks again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await FailAsync(exception);
        }
    }

    private async Task ObserveAsync(Task sending)
    {
        try
        {
            await sending;
        }
#pragma warning disable CA1031 // One client's broken connection is no reason to stop telling the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await FailAsync(exception);
        }
    }

    private Task FailAsync(Exception exception)
    {
        LogFailed(exception);
        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "The queue hub could not tell its clients, or could not check them")]
    private partial void LogFailed(Exception exception);
}
