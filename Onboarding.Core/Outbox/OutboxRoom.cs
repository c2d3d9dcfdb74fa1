using System.Collections.Frozen;

namespace Onboarding.Core.Outbox;

/// <summary>How many messages may set out now, in all and to each receiver.</summary>
/// <param name="Total">In all.</param>
/// <param name="PerReceiver">To a receiver that is not named in <see cref="Left"/>.</param>
public sealed record OutboxRoom(int Total, int PerReceiver)
{
    /// <summary>Receivers to which fewer may set out, because some are under way to them or they do not take what they get.</summary>
    public IReadOnlyDictionary<OutboxReceiver, int> Left { get; init; } = FrozenDictionary<OutboxReceiver, int>.Empty;

    /// <summary>Messages that this process is still sending: their lease may have ended, and yet they are not given to it a second time.</summary>
    public IReadOnlyCollection<Guid> UnderWay { get; init; } = [];
}

/// <summary>Fills the room with messages, in the order in which they come.</summary>
/// <param name="room">The room.</param>
internal sealed class OutboxPick(OutboxRoom room)
{
    private readonly Dictionary<OutboxReceiver, int> _left = new(room.Left);

    /// <summary>What was picked.</summary>
    public List<LeasedMessage> Messages { get; } = [];

    /// <summary>How many more there is room for.</summary>
    public int Free => room.Total - Messages.Count;

    /// <summary>What this process is still sending.</summary>
    public Guid[] UnderWay { get; } = [.. room.UnderWay];

    /// <summary>Partners that get nothing more.</summary>
    public List<Guid> FullPartners => [.. Full.Select(receiver => receiver.PartnerId).OfType<Guid>()];

    /// <summary>Kinds, sent to others than partners, of which nothing more goes out.</summary>
    public List<OutboxKind> FullKinds => [.. Full.SelectMany(receiver => receiver.Kinds)];

    private IEnumerable<OutboxReceiver> Full => _left.Where(entry => entry.Value <= 0).Select(entry => entry.Key);

    /// <summary>Picks those that there is room for; answers them.</summary>
    public IReadOnlyList<LeasedMessage> Add(IEnumerable<LeasedMessage> found)
    {
        List<LeasedMessage> picked = [];
        foreach (var message in found)
        {
            var left = _left.GetValueOrDefault(message.Receiver, room.PerReceiver);
            _left[message.Receiver] = left - 1;
            if (left > 0)
            {
                picked.Add(message);
            }
        }

        Messages.AddRange(picked);
        return picked;
    }
}
