using System.Text.Json;
using Npgsql;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Time;

namespace Onboarding.Portal.Live;

/// <summary>
/// Shares notices between several nodes on one PostgreSQL database: each tells the others over NOTIFY what its own write
/// path published, and hands on what the others tell. When the connection was lost, notices may have been, so everybody
/// reads again.
/// </summary>
/// <param name="feed">The notices of this node.</param>
/// <param name="database">Where the other nodes are reached.</param>
/// <param name="clock">Clock.</param>
/// <param name="logger">Told of lost connections.</param>
public sealed partial class PostgreSqlChangeBridge(ChangeFeed feed, DatabaseSettings database, TimeProvider clock, ILogger<PostgreSqlChangeBridge> logger)
    : BackgroundService
{
    private const string Channel = "onboarding_changes";

    // PostgreSQL refuses a payload of 8000 bytes; a notice has about 200.
    private const int NoticesInPayload = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromSeconds(1);

    private readonly Guid _node = SequentialId.New(clock);
    private readonly ChangeInbox _toTell = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the node first listens to the others.</summary>
    public Task Listening => _listening.Task;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        bool hasListened = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using NpgsqlConnection connection = await OpenAsync(stopping);
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await using (NpgsqlCommand listen = new($"LISTEN {Channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(stopping);
                }

                _listening.TrySetResult();
                if (hasListened)
                {
                    feed.TellMissed();
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

    private async Task TellAsync(CancellationToken stopping)
    {
        using SemaphoreSlim waiting = new(1);
        using IDisposable subscription = feed.SubscribeToOwn(change =>
        {
            if (_toTell.Add(change))
            {
                waiting.Release();
            }
        });
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await waiting.WaitAsync(stopping);
                while (_toTell.TryTake(out ChangeBatch? batch))
                {
                    await TellAsync(batch, stopping);
                    await PauseAsync(Pause, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TellAsync(ChangeBatch batch, CancellationToken stopping)
    {
        try
        {
            await using NpgsqlConnection connection = new(database.ConnectionString);
            await connection.OpenAsync(stopping);
            IEnumerable<CaseChange[]> portions = batch.HasGaps ? [[]] : batch.Changes.Chunk(NoticesInPayload);
            foreach (CaseChange[] portion in portions)
            {
                await using NpgsqlCommand notify = new("SELECT pg_notify($1, $2)", connection);
                notify.Parameters.Add(new NpgsqlParameter { Value = Channel });
                notify.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(new Parcel(_node, batch.HasGaps, portion)) });
                await notify.ExecuteNonQueryAsync(stopping);
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
        {
            // The others see the change when they next read; what can be told is told again as "something changed".
            LogConnectionLost(exception);
            _toTell.AddGap();
            await PauseAsync(ReconnectPause, stopping);
        }
    }

    private void Hear(string payload)
    {
        if (Read(payload) is not { } parcel || parcel.Node == _node)
        {
            return;
        }

        if (parcel.HasGaps)
        {
            feed.TellMissed();
        }

        foreach (CaseChange change in parcel.Changes)
        {
            feed.PassOn(change);
        }
    }

    private Parcel? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<Parcel>(payload);
        }
        catch (JsonException exception)
        {
            // A node of another version, or somebody at the database's console.
            LogNotUnderstood(exception);
            return null;
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

    private Task PauseAsync(TimeSpan pause, CancellationToken stopping) => Task.Delay(pause, clock, stopping);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "The connection to the other nodes is lost; it is opened again")]
    private partial void LogConnectionLost(Exception exception);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Warning, Message = "A notice of another node was not understood")]
    private partial void LogNotUnderstood(Exception exception);

    private sealed record Parcel(Guid Node, bool HasGaps, IReadOnlyList<CaseChange> Changes);
}
