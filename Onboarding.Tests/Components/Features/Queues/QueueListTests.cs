using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Queues;

public sealed class QueueListTests
{
    private readonly QueueList _list = new();

    [Fact]
    public void Tells_a_row_that_changed_in_its_place_from_rows_that_came_moved_or_went()
    {
        List<QueueEntry> replaced = [];
        _list.Replace(new QueuePage([Row(1, 10), Row(2, 20)], null));

        _list.Apply(Changes.Id(1), [Row(1, 10, version: 2)], replaced).ShouldBeFalse();
        replaced.ShouldHaveSingleItem().Row.Version.ShouldBe(2);
        _list.Apply(Changes.Id(1), [Row(1, 30, version: 3)], replaced).ShouldBeTrue("it moved");
        _list.Apply(Changes.Id(3), [Row(3, 40)], replaced).ShouldBeTrue("it came");
        _list.Apply(Changes.Id(3), [], replaced).ShouldBeTrue("it went");
        replaced.Count.ShouldBe(1);
    }

    [Fact]
    public void A_row_that_became_pressing_is_drawn_again_though_its_case_stayed_as_it_was()
    {
        List<QueueEntry> replaced = [];
        _list.Replace(new QueuePage([Row(1, 10)], null));

        _list.Apply(Changes.Id(1), [Row(1, 10) with { IsPressing = true }], replaced).ShouldBeFalse();
        replaced.ShouldHaveSingleItem().Row.IsPressing.ShouldBeTrue();
    }

    [Fact]
    public void A_new_row_comes_in_at_its_place()
    {
        _list.Replace(new QueuePage([Row(1, 10), Row(3, 30)], Next: null));

        _list.Apply(Changes.Id(2), Row(2, 20)).ShouldBeTrue();

        Numbers().ShouldBe([1, 2, 3]);
        _list.Entries[1].IsNew.ShouldBeTrue();
    }

    [Fact]
    public void The_most_urgent_row_comes_first_and_the_least_urgent_last()
    {
        _list.Replace(new QueuePage([Row(2, 20)], Next: null));

        _list.Apply(Changes.Id(1), Row(1, 10));
        _list.Apply(Changes.Id(3), Row(3, 30));

        Numbers().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_row_of_a_page_that_was_not_loaded_does_not_come_in()
    {
        _list.Replace(new QueuePage([Row(1, 10)], new QueueKey(At(10), Changes.Id(1))));

        _list.Apply(Changes.Id(3), Row(3, 30)).ShouldBeFalse();

        Numbers().ShouldBe([1]);
    }

    [Fact]
    public void A_change_replaces_one_row_and_leaves_the_others_the_same_instances()
    {
        _list.Replace(new QueuePage([Row(1, 10), Row(2, 20), Row(3, 30)], Next: null));
        QueueEntry[] before = [.. _list.Entries];

        _list.Apply(Changes.Id(2), Row(2, 20, version: 2)).ShouldBeTrue();

        _list.Entries[0].ShouldBeSameAs(before[0]);
        _list.Entries[1].ShouldNotBeSameAs(before[1]);
        _list.Entries[2].ShouldBeSameAs(before[2]);
    }

    [Fact]
    public void A_row_whose_urgency_changed_moves_to_its_new_place()
    {
        _list.Replace(new QueuePage([Row(1, 10), Row(2, 20), Row(3, 30)], Next: null));

        _list.Apply(Changes.Id(1), Row(1, 25, version: 2));

        Numbers().ShouldBe([2, 1, 3]);
    }

    [Fact]
    public void The_same_state_again_changes_nothing()
    {
        _list.Replace(new QueuePage([Row(1, 10)], Next: null));

        _list.Apply(Changes.Id(1), Row(1, 10)).ShouldBeFalse();
    }

    [Fact]
    public void Reading_everything_again_keeps_the_instances_of_what_did_not_change()
    {
        _list.Replace(new QueuePage([Row(1, 10), Row(2, 20)], Next: null));
        QueueEntry first = _list.Entries[0];

        _list.Replace(new QueuePage([Row(1, 10), Row(2, 20, version: 2)], Next: null));

        _list.Entries[0].ShouldBeSameAs(first);
        _list.Entries[1].Row.Version.ShouldBe(2);
    }

    [Fact]
    public void A_row_that_left_fades_before_it_goes()
    {
        _list.Replace(new QueuePage([Row(1, 10), Row(2, 20)], Next: null));

        _list.Apply(Changes.Id(1)).ShouldBeTrue();
        _list.Entries[0].IsLeaving.ShouldBeTrue();
        _list.Count.ShouldBe(1);
        _list.RemoveLeaving();

        Numbers().ShouldBe([2]);
    }

    [Fact]
    public void A_case_that_came_to_its_next_work_item_leaves_with_the_old_row_and_enters_with_the_new()
    {
        _list.Replace(new QueuePage([Row(1, 10)], Next: null));
        QueueRow next = Row(1, 15, version: 2) with { WorkItemId = Changes.Id(77), Queue = WorkQueue.Storage };

        _list.Apply(Changes.Id(1), next);

        _list.Entries.Count.ShouldBe(2);
        _list.Entries[0].IsLeaving.ShouldBeTrue();
        _list.Entries[1].Row.ShouldBe(next);
    }

    [Fact]
    public void A_concern_stands_beside_the_work_of_the_stage_and_leaves_alone()
    {
        QueueRow concern = Row(1, 5) with { WorkItemId = Changes.Id(77), Queue = WorkQueue.CustomerCare, Concern = ConcernKind.LowScore };
        _list.Replace(new QueuePage([Row(1, 10)], Next: null));

        _list.Apply(Changes.Id(1), Row(1, 10), concern).ShouldBeTrue();
        _list.Entries.Select(entry => entry.Row.Concern).ShouldBe([ConcernKind.LowScore, null]);

        _list.Apply(Changes.Id(1), Row(1, 10)).ShouldBeTrue();
        _list.Entries.Select(entry => entry.IsLeaving).ShouldBe([true, false]);
    }

    [Fact]
    public void The_next_page_does_not_repeat_a_row_that_came_in_meanwhile()
    {
        _list.Replace(new QueuePage([Row(1, 10), Row(3, 30)], new QueueKey(At(30), Changes.Id(3))));
        _list.Apply(Changes.Id(2), Row(2, 20));

        _list.Append(new QueuePage([Row(2, 20), Row(4, 40)], Next: null));

        Numbers().ShouldBe([1, 2, 3, 4]);
    }

    private static DateTimeOffset At(int minute) => CoreHost.Start.AddMinutes(minute);

    private static QueueRow Row(int number, int minute, int version = 1) => new(
        Changes.Id(number), Changes.Id(number), $"ONB-2026-{number:000000}", version, "Budi", CustomerKind.Person, "INTERNET-RUMAH", Channel.Online,
        CaseStatus.Received, WorkQueue.Intake, WorkItemState.Open, AssigneeId: null, AssigneeName: null, CoreHost.Start, At(minute), At(minute), OnHold: false, Concern: null,
        [WorkItemAction.Claim]);

    private int[] Numbers() => [.. _list.Entries.Select(entry => int.Parse(entry.Row.Number[^6..], System.Globalization.CultureInfo.InvariantCulture))];
}
