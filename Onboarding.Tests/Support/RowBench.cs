using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Live.Presence;

namespace Onboarding.Tests.Support;

/// <summary>Rows of a queue without the page around them.</summary>
internal sealed class RowBench : ComponentTest
{
    private readonly CoreHost _core;

    /// <summary>Begins.</summary>
    /// <param name="core">Knows the working calendar.</param>
    /// <param name="roles">Of the person who looks.</param>
    public RowBench(CoreHost core, params ActorRole[] roles)
    {
        (_core, Viewer) = (core, Staff.Person("staff-1", "Sari Wulandari", roles));
        Services.AddPresence();
    }

    /// <summary>Who looks.</summary>
    public Actor Viewer { get; }

    /// <summary>Who has which case open.</summary>
    public PresenceBoard Board => Services.GetRequiredService<PresenceBoard>();

    /// <summary>A row as the core gives it.</summary>
    public static QueueRow Sample(string number, WorkQueue queue = WorkQueue.Intake) => new(
        Changes.Id(1), Changes.Id(1), number, 1, "Budi", CustomerKind.Person, "INTERNET-RUMAH", Channel.Online, CaseStatus.Received, queue,
        WorkItemState.Open, AssigneeId: null, AssigneeName: null, CoreHost.Start, CoreHost.Start, CoreHost.Start, OnHold: false, Concern: null, [WorkItemAction.Claim]);

    /// <summary>Shows a row.</summary>
    public IRenderedComponent<QueueRowView> Row(string number, WorkQueue queue = WorkQueue.Intake) => Row(Sample(number, queue), QueueDefinition.UsualColumns);

    /// <summary>Shows a row with these columns.</summary>
    public IRenderedComponent<QueueRowView> Row(QueueRow row, IReadOnlyList<QueueColumn> columns)
    {
        QueueRowBoard board = new(new PageClock(Clock, _core.Get<SlaPolicyProvider>()), Services.GetRequiredService<DisplayTime>(), Board);
        board.Use(Viewer, showQueue: true, columns, new ProductNames([]));
        return Render<QueueRowView>(parameters => parameters.Add(view => view.Entry, new QueueEntry(row)).Add(view => view.Board, board));
    }
}
