using Onboarding.Core.Outbox;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Tests.Integration.Outbox;

/// <summary>How many messages may travel to a receiver at the same time: fewer after each failure, more after each success.</summary>
public sealed class ReceiverRoomsTests
{
    private static readonly OutboxReceiver Mail = OutboxReceiver.Of(OutboxKind.MailQuestion, null);
    private static readonly OutboxReceiver Activation = OutboxReceiver.Of(OutboxKind.ActivateService, null);

    private readonly ReceiverRooms _rooms = new(new OutboxSettings { Parallel = 16 });

    [Fact]
    public void Gives_a_receiver_half_of_the_places_at_most()
    {
        _rooms.Begin(Mail);
        _rooms.Begin(Mail);

        OutboxRoom room = _rooms.Now();
        room.Total.ShouldBe(14);
        room.PerReceiver.ShouldBe(8);
        room.Left.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(Mail, 6));
    }

    [Fact]
    public void Halves_the_places_of_a_receiver_with_each_failure_down_to_one()
    {
        int[] left = [.. Enumerable.Range(0, 5).Select(_ => After(new DeliveryFailed("Http500")))];

        left.ShouldBe([4, 2, 1, 1, 1]);
        _rooms.Now().Left.Keys.ShouldNotContain(Activation);
    }

    [Fact]
    public void Gives_a_receiver_that_is_back_one_place_more_with_each_success()
    {
        After(new DeliveryFailed("Http500"));
        After(new DeliveryFailed("Http500"));

        int[] left = [.. Enumerable.Range(0, 7).Select(_ => After(new Delivered()))];

        left.ShouldBe([3, 4, 5, 6, 7, 8, 8]);
    }

    [Fact]
    public void Judges_nobody_by_what_was_not_sent()
    {
        After(new DeliveryFailed("Http500"));

        After(new NotNeeded()).ShouldBe(4);
        After(new DeliveryDeferred(TimeSpan.FromMinutes(1))).ShouldBe(4);
        After(null).ShouldBe(4);
    }

    private int After(DeliveryOutcome? outcome)
    {
        _rooms.Begin(Mail);
        _rooms.End(Mail, outcome);
        OutboxRoom room = _rooms.Now();
        return room.Left.GetValueOrDefault(Mail, room.PerReceiver);
    }
}
