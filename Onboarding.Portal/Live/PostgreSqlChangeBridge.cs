using System.Text.Json;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;

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
public sealed class PostgreSqlChangeBridge(ChangeFeed feed, DatabaseSettings database, TimeProvider clock, ILogger<PostgreSqlChangeBridge> logger)
    : PostgreSqlBridge("onboarding_changes", database, clock, logger)
{
    // PostgreSQL refuses a payload of 8000 bytes; a notice has about 200.
    private const int NoticesInPayload = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ChangeInbox _toTell = new();

    /// <inheritdoc />
    protected override async Task TellAsync(CancellationToken stopping)
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

    /// <inheritdoc />
    protected override void Hear(string payload)
    {
        if (Read<Parcel>(payload) is not { } parcel || parcel.Node == Node)
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

    /// <inheritdoc />
    protected override void HearAgain() => feed.TellMissed();

    private async Task TellAsync(ChangeBatch batch, CancellationToken stopping)
    {
        IEnumerable<CaseChange[]> portions = batch.HasGaps ? [[]] : batch.Changes.Chunk(NoticesInPayload);
        if (!await SendAsync(portions.Select(portion => JsonSerializer.Serialize(new Parcel(Node, batch.HasGaps, portion))), stopping))
        {
            // The others see the change when they next read; what can be told is told again as "something changed".
            _toTell.AddGap();
        }
    }

    private sealed record Parcel(Guid Node, bool HasGaps, IReadOnlyList<CaseChange> Changes);
}
