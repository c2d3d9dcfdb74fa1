using Onboarding.Core.Outbox;

namespace Onboarding.Portal.Integrations.Outbox;

/// <summary>
/// Shares the places of the outbox among its receivers, so that one that is away cannot take them all: each gets half of them at
/// most. A receiver that does not take a message gets half as many as before, down to one, which finds out when it is back; each
/// message that it takes gives it one more.
/// </summary>
/// <param name="settings">How many places there are.</param>
internal sealed class ReceiverRooms(OutboxSettings settings)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<OutboxReceiver, Place> _places = [];

    /// <summary>How many messages may set out now.</summary>
    public OutboxRoom Now()
    {
        lock (_lock)
        {
            return new OutboxRoom(settings.Parallel - _places.Values.Sum(place => place.UnderWay), settings.PerReceiver)
            {
                Left = _places.ToDictionary(entry => entry.Key, entry => Math.Max(0, entry.Value.Width - entry.Value.UnderWay)),
            };
        }
    }

    /// <summary>A message sets out.</summary>
    public void Begin(OutboxReceiver receiver)
    {
        lock (_lock)
        {
            Place place = _places.GetValueOrDefault(receiver, new Place(settings.PerReceiver, 0));
            _places[receiver] = place with { UnderWay = place.UnderWay + 1 };
        }
    }

    /// <summary>It is no longer under way.</summary>
    /// <param name="receiver">Who it was for.</param>
    /// <param name="outcome">What came of it, or null when that is not known.</param>
    public void End(OutboxReceiver receiver, DeliveryOutcome? outcome)
    {
        lock (_lock)
        {
            Place place = _places[receiver];
            int width = outcome switch
            {
                Delivered => Math.Min(settings.PerReceiver, place.Width + 1),
                DeliveryFailed => Math.Max(1, place.Width / 2),
                _ => place.Width,
            };
            if (place.UnderWay == 1 && width == settings.PerReceiver)
            {
                _places.Remove(receiver);
            }
            else
            {
                _places[receiver] = new Place(width, place.UnderWay - 1);
            }
        }
    }

    private sealed record Place(int Width, int UnderWay);
}
