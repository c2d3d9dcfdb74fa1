using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Queues;

public sealed class QueueScopeTests
{
    [Fact]
    public void A_team_sees_its_own_queues() =>
        QueueScope.Of(ActorRole.Administration, Staff.Dewi, chosen: null).Shown.ShouldBe([WorkQueue.Verification, WorkQueue.Recording]);

    [Fact]
    public void A_team_sees_nothing_on_the_page_of_another() =>
        QueueScope.Of(ActorRole.InformationTechnology, Staff.Dewi, chosen: null).Tabs.ShouldBeEmpty();

    [Fact]
    public void The_supervisor_sees_all_queues_and_the_own_first()
    {
        var tabs = QueueScope.Of(ActorRole.Supervisor, Staff.Maya, chosen: null).Tabs;

        tabs[0].ShouldBe(WorkQueue.Approval);
        tabs.ShouldBe(Enum.GetValues<WorkQueue>(), ignoreOrder: true);
    }

    [Fact]
    public void A_chosen_queue_is_shown_alone() =>
        QueueScope.Of(ActorRole.Administration, Staff.Dewi, WorkQueue.Recording).Shown.ShouldBe([WorkQueue.Recording]);

    [Fact]
    public void A_chosen_queue_of_another_team_is_not_shown() =>
        QueueScope.Of(ActorRole.Administration, Staff.Dewi, WorkQueue.Approval).Shown.ShouldNotContain(WorkQueue.Approval);

    [Fact]
    public void Every_address_leads_back_to_its_role()
    {
        foreach (var role in QueueUrls.Roles)
        {
            QueueUrls.RoleOf(QueueUrls.Of(role).Split('/')[^1]).ShouldBe(role);
        }
    }
}
