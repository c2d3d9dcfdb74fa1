using System.Text.Json;
using Onboarding.Core.Persistence;

namespace Onboarding.Portal.Live.Presence;

/// <summary>
/// Shares who is where between several nodes on one PostgreSQL database. Everything is repeated every few seconds, so a node that starts
/// later, or missed something, knows it soon, and what a dead node told runs out.
/// </summary>
/// <param name="board">Who is at the pages of this node.</param>
/// <param name="database">Where the other nodes are reached.</param>
/// <param name="clock">Clock.</param>
/// <param name="logger">Told of lost connections.</param>
public sealed class PostgreSqlPresenceBridge(PresenceBoard board, DatabaseSettings database, TimeProvider clock, ILogger<PostgreSqlPresenceBridge> logger)
    : PostgreSqlBridge("onboarding_presence", database, clock, logger)
{
    // PostgreSQL refuses a payload of 8000 bytes; a sign has about 250, and a name may be long and full of letters that need six.
    private const int SignsInPayload = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _clock = clock;
    private readonly Lock _lock = new();
    private Dictionary<Guid, PresenceSign> _toTell = [];

    /// <inheritdoc />
    protected override async Task TellAsync(CancellationToken stopping)
    {
        using SemaphoreSlim waiting = new(0);
        using IDisposable subscription = board.Tell(sign => Add([sign], waiting));
        try
        {
            await Task.WhenAll(RepeatAsync(waiting, stopping), SendAllAsync(waiting, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The node stops; what it told runs out.
        }
    }

    /// <inheritdoc />
    protected override void Hear(string payload)
    {
        if (Read<Parcel>(payload) is { } parcel && parcel.Node != Node)
        {
            foreach (PresenceSign sign in parcel.Signs)
            {
                board.Hear(sign);
            }
        }
    }

    private async Task RepeatAsync(SemaphoreSlim waiting, CancellationToken stopping)
    {
        using PeriodicTimer timer = new(PresenceBoard.Repeat, _clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            Add(board.Own, waiting);
        }
    }

    private async Task SendAllAsync(SemaphoreSlim waiting, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await waiting.WaitAsync(stopping);
            await SendAsync(Take().Chunk(SignsInPayload).Select(portion => JsonSerializer.Serialize(new Parcel(Node, portion))), stopping);
            await PauseAsync(Pause, stopping);
        }
    }

    // The newest of each page counts; what was not told in time is worth nothing later.
    private void Add(IReadOnlyList<PresenceSign> signs, SemaphoreSlim waiting)
    {
        lock (_lock)
        {
            bool wasEmpty = _toTell.Count == 0;
            foreach (PresenceSign sign in signs)
            {
                _toTell[sign.Id] = sign;
            }

            if (wasEmpty && _toTell.Count > 0)
            {
                waiting.Release();
            }
        }
    }

    private List<PresenceSign> Take()
    {
        lock (_lock)
        {
            List<PresenceSign> taken = [.. _toTell.Values];
            _toTell = [];
            return taken;
        }
    }

    private sealed record Parcel(Guid Node, IReadOnlyList<PresenceSign> Signs);
}
