// What a render draws can be counted nowhere else; a new version of the framework that changes it breaks this test and nothing more.
#pragma warning disable BL0006
using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Queues;

/// <summary>A row is small on the server, and whatever a person or a business is called, it is a name.</summary>
public sealed class QueueRowViewTests(CoreHosts hosts) : IClassFixture<CoreHosts>
{
    // Above this the buffer of a row is twice as large, fifty times for every page that is open.
    private const int MostFrames = 32;

    // The box to choose a row, which only a page has: a label and a box with what it says.
    private const int BoxFrames = 10;

    private const string Hostile = "<script>alert('x')</script><img src=x onerror=\"alert(1)\">";

    [Fact]
    public async Task Whatever_stands_in_a_row_is_text_and_no_HTML()
    {
        using RowBench bench = new(await hosts.SharedAsync(DatabaseKind.Sqlite), ActorRole.CustomerService);

        var row = bench.Row(Full with { ApplicantName = Hostile, AssigneeId = "another", AssigneeName = Hostile, SnoozeReason = Hostile, ProductCode = Hostile }, Enum.GetValues<QueueColumn>());

        row.FindAll("script, img").ShouldBeEmpty();
        row.Find("[data-open]").TextContent.ShouldBe(Hostile);
        row.Find(".why").TextContent.ShouldBe(Hostile);
        row.Find(".why").GetAttribute("title").ShouldBe(Hostile);
        row.Find(".assignee").TextContent.ShouldContain(Hostile);
        row.FindAll(".fact")[1].TextContent.ShouldContain(Hostile);
    }

    [Fact]
    public async Task A_row_with_everything_in_it_fits_into_the_smallest_buffer()
    {
        using RowBench bench = new(await hosts.SharedAsync(DatabaseKind.Sqlite), ActorRole.CustomerService);
        bench.Board.Enter(Full.Number, Staff.Bayu);

        var row = bench.Row(Full, Enum.GetValues<QueueColumn>());

        row.Find("[data-presence]").TextContent.ShouldContain("BP");
        Frames(row.Instance).ShouldBeInRange(10, MostFrames - BoxFrames);
    }

    private static QueueRow Full => RowBench.Sample("ONB-2026-000001") with
    {
        AssigneeId = "staff-1",
        AssigneeName = "Sari Wulandari",
        OnHold = true,
        RejectionRecommended = true,
        SnoozedUntil = CoreHost.Start.AddHours(3),
        SnoozeReason = "Menunggu telepon",
        Actions = [WorkItemAction.Claim, WorkItemAction.Release, WorkItemAction.Assign, WorkItemAction.Wake],
    };

    private static int Frames(QueueRowView row)
    {
        using RenderTreeBuilder builder = new();
        typeof(QueueRowView).GetMethod("BuildRenderTree", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(row, [builder]);
        return builder.GetFrames().Count;
    }
}
