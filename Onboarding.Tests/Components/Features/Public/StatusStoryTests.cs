using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Public.Tracking;

namespace Onboarding.Tests.Components.Features.Public;

public sealed class StatusStoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<CaseStatus> Statuses { get; } = [.. Enum.GetValues<CaseStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Tells_every_status_in_words_and_shows_all_five_stages(CaseStatus status)
    {
        StatusStory story = StatusStory.Of(View(status, status));

        story.Title.ShouldNotBeNullOrWhiteSpace();
        story.Text.ShouldNotBeNullOrWhiteSpace();
        story.Stages.Select(line => line.Stage).ShouldBe(Enum.GetValues<Stage>());
        story.Stages.Count(line => line.Progress == StageProgress.Current).ShouldBe(CaseStatuses.Of(status).IsClosed ? 0 : 1);
    }

    [Fact]
    public void A_withdrawn_registration_ended_in_the_stage_where_it_stood()
    {
        StatusStory story = StatusStory.Of(View(CaseStatus.Withdrawn, CaseStatus.Received, CaseStatus.InVerification, CaseStatus.Withdrawn));

        story.Stages.Single(line => line.Progress == StageProgress.Stopped).Stage.ShouldBe(Stage.Verification);
        story.Stages[0].Progress.ShouldBe(StageProgress.Done);
        story.Stages.Skip(2).ShouldAllBe(line => line.Progress == StageProgress.NotReached, "nobody waits for a stage that will not come");
    }

    [Fact]
    public void A_completed_registration_has_done_every_stage()
    {
        StatusStory story = StatusStory.Of(View(
            CaseStatus.Completed, CaseStatus.Received, CaseStatus.InVerification, CaseStatus.Verified, CaseStatus.AwaitingApproval, CaseStatus.Active, CaseStatus.Completed));

        story.Stages.ShouldAllBe(line => line.Progress == StageProgress.Done);
        story.Stages.ShouldAllBe(line => line.At != null);
    }

    private static StatusView View(CaseStatus status, params CaseStatus[] reached) => new(
        Guid.Empty, "ONB-2026-000001", status, "AWAN-KANTOR", Start, Start, [.. reached.Select((step, index) => new StatusStep(step, Start.AddHours(index)))], null, null, false);
}
