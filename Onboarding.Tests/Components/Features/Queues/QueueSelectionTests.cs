using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues.Work;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Queues;

public sealed class QueueSelectionTests
{
    private readonly QueueSelection _selection = new();

    [Fact]
    public void Ten_thousand_shown_are_not_all_chosen_and_that_is_told()
    {
        _selection.Follow([.. Enumerable.Range(1, 10_000).Select(Row)]);

        _selection.All();

        _selection.Count.ShouldBe(BulkWorkHandler.MostRows);
        _selection.WasFull.ShouldBeTrue();
        _selection.Rows.Select(row => row.WorkItemId).ShouldBe(Enumerable.Range(1, BulkWorkHandler.MostRows).Select(Changes.Id), "the most urgent ones");
    }

    [Fact]
    public void A_row_that_leaves_is_chosen_no_longer()
    {
        int changes = 0;
        _selection.Follow([Row(1), Row(2)]);
        _selection.All();
        _selection.Changed += (_, _) => changes++;

        _selection.Follow([Row(2), Row(3)]);
        _selection.Follow([Row(2), Row(3)]);

        _selection.Rows.ShouldHaveSingleItem().WorkItemId.ShouldBe(Changes.Id(2));
        changes.ShouldBe(1);
    }

    [Fact]
    public void A_range_goes_both_ways_and_an_anchor_that_left_is_none()
    {
        _selection.Follow([.. Enumerable.Range(1, 6).Select(Row)]);
        _selection.Toggle(Changes.Id(5), extends: false);
        _selection.Toggle(Changes.Id(3), extends: true);
        _selection.Rows.Select(row => row.WorkItemId).ShouldBe([Changes.Id(3), Changes.Id(4), Changes.Id(5)]);

        _selection.Clear();
        _selection.Toggle(Changes.Id(1), extends: false);
        _selection.Follow([.. Enumerable.Range(2, 5).Select(Row)]);
        _selection.Toggle(Changes.Id(4), extends: true);
        _selection.Rows.ShouldHaveSingleItem().WorkItemId.ShouldBe(Changes.Id(4));
    }

    private static QueueRow Row(int number) => new(
        Changes.Id(number), Changes.Id(number), $"ONB-2026-{number:000000}", 1, "Budi", CustomerKind.Person, "INTERNET-RUMAH", Channel.Online, CaseStatus.Received, WorkQueue.Intake,
        WorkItemState.Open, null, null, CoreHost.Start, CoreHost.Start, CoreHost.Start, false, null, [WorkItemAction.Claim]);
}
