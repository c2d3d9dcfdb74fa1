using System.Text.Json;
using Npgsql;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Portal.Live;

/// <summary>A channel between the nodes on one PostgreSQL database: each tells the others over NOTIFY, and hears them over a connection of its own.</summary>
/// <param name="channel">Name of the channel; a constant of the program.</param>
/// <param name="database">Where the other nodes are reached.</param>
/// <param name="clock">Clock.</param>
/// <param name="logger">Told of lost connections.</param>
public abstract partial class PostgreSqlBridge(string channel, DatabaseSettings database, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the node first listens to the others.</summary>
    public Task Listening => _listening.Task;

    /// <summary>Tells this node from the others: it hears itself too.</summary>
    protected Guid Node { get; } = SequentialId.New(clock);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));

    /// <summary>Tells the others what there is to tell, until the node stops.</summary>
    protected abstract Task TellAsync(CancellationToken stopping);

    /// <summary>Takes what a node told, also this one.</summary>
    protected abstract void Hear(string payload);

    /// <summary>The connection was lost for a while: something may have been told meanwhile.</summary>
    protected virtual void HearAgain()
    {
    }

    /// <summary>Sends payloads in their order; false when the connection was lost before all of them were.</summary>
    protected async Task<bool> SendAsync(IEnumerable<string> payloads, CancellationToken stopping)
    {
        try
        {
            await using NpgsqlConnection connection = new(database.ConnectionString);
            await connection.OpenAsync(stopping);
            foreach (string payload in payloads)
            {
                await using NpgsqlCommand notify = new("SELECT pg_notify($1, $2)", connection);
                notify.Parameters.Add(new NpgsqlParameter { Value = channel });
                notify.Parameters.Add(new NpgsqlParameter { Value = payload });
                await notify.ExecuteNonQueryAsync(stopping);
            }

            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
        {
            LogConnectionLost(exception);
            await PauseAsync(ReconnectPause, stopping);
            return false;
        }
    }

    /// <summary>Reads a payload; null where a node of another version, or somebody at the database's console, sent something else.</summary>
    protected T? Read<T>(string payload)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(payload);
        }
        catch (JsonException exception)
        {
            LogNotUnderstood(exception);
            return null;
        }
    }

    /// <summary>Waits.</summary>
    protected Task PauseAsync(TimeSpan pause, CancellationToken stopping) => Task.Delay(pause, clock, stopping);

    private async Task ListenAsync(CancellationToken stopping)
    {
        bool hasListened = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using NpgsqlConnection connection = await OpenAsync(stopping);
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await using (NpgsqlCommand listen = new($"LISTEN {channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(stopping);
                }

                _listening.TrySetResult();
                if (hasListened)
                {
                    HearAgain();
                }

                hasListened = true;
                while (true)
                {
                    await connection.WaitAsync(stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
            {
                LogConnectionLost(exception);
                await PauseAsync(ReconnectPause, stopping);
            }
        }
    }

    // A connection of its own, with a sign of life now and then: one that died in silence would never tell of it.
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stopping)
    {
        NpgsqlConnectionStringBuilder settings = new(database.ConnectionString) { Pooling = false, KeepAlive = 15 };
        NpgsqlConnection connection = new(settings.ConnectionString);
        await connection.OpenAsync(stopping);
        return connection;
    }

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "The connection to the other nodes is lost; it is opened again")]
    private static partial void LogConnectionLost(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Warning, Message = "A notice of another node was not understood")]
    private static partial void LogNotUnderstood(ILogger logger, Exception exception);

    private void LogConnectionLost(Exception exception) => LogConnectionLost(logger, exception);

    private void LogNotUnderstood(Exception exception) => LogNotUnderstood(logger, exception);
}
