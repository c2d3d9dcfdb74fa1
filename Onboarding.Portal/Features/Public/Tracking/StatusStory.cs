using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Public.Tracking;

/// <summary>How far a stage is, for the applicant.</summary>
public enum StageProgress
{
    /// <summary>The registration has not come there.</summary>
    Ahead = 0,

    /// <summary>It is there now.</summary>
    Current = 1,

    /// <summary>It has passed.</summary>
    Done = 2,

    /// <summary>It ended there.</summary>
    Stopped = 3,

    /// <summary>The registration ended before it.</summary>
    NotReached = 4,
}

/// <summary>One of the five stages of the SOP on the applicant's page.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="At">When it was first reached (UTC), or null.</param>
public sealed record StageLine(Stage Stage, StageProgress Progress, DateTimeOffset? At)
{
    /// <summary>The progress in words.</summary>
    public string Words => Progress switch
    {
        StageProgress.Ahead => PublicText.StageAhead,
        StageProgress.Current => PublicText.StageCurrent,
        StageProgress.Done => PublicText.StageDone,
        StageProgress.Stopped => PublicText.StageStopped,
        StageProgress.NotReached => PublicText.StageNotReached,
    };
}

/// <summary>Where a registration stands, in plain words.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">What that means for the applicant.</param>
/// <param name="Tone">How it is meant.</param>
/// <param name="Icon">The picture beside it.</param>
/// <param name="Stages">The five stages.</param>
public sealed record StatusStory(string Title, string Text, Tone Tone, IconName Icon, IReadOnlyList<StageLine> Stages)
{
    /// <summary>Tells the story of a case.</summary>
    public static StatusStory Of(StatusView view)
    {
        (string title, string text, Tone tone, IconName icon) = Words(view.Status);
        return new StatusStory(title, text, tone, icon, Lines(view, tone));
    }

    // A case that ended early has its end in the stage where it stood, which is the last one it reached.
    private static StageLine[] Lines(StatusView view, Tone tone)
    {
        Dictionary<Stage, DateTimeOffset> reached = view.Steps
            .Where(step => !CaseStatuses.Of(step.Status).IsClosed)
            .GroupBy(step => CaseStatuses.Of(step.Status).Stage)
            .ToDictionary(group => group.Key, group => group.Min(step => step.At));
        bool isClosed = CaseStatuses.Of(view.Status).IsClosed;
        Stage now = isClosed ? reached.Keys.DefaultIfEmpty(Stage.Intake).Max() : CaseStatuses.Of(view.Status).Stage;
        StageProgress end = !isClosed ? StageProgress.Current : tone == Tone.Success ? StageProgress.Done : StageProgress.Stopped;
        return [.. Enum.GetValues<Stage>().Select(stage => new StageLine(
            stage,
            stage == now ? end : stage < now ? StageProgress.Done : isClosed ? StageProgress.NotReached : StageProgress.Ahead,
            stage <= now && reached.TryGetValue(stage, out DateTimeOffset at) ? at : null))];
    }

    private static (string Title, string Text, Tone Tone, IconName Icon) Words(CaseStatus status) => status switch
    {
        CaseStatus.Draft => (PublicText.DraftTitle, PublicText.DraftText, Tone.Neutral, IconName.Edit),
        CaseStatus.Received => (PublicText.ReceivedTitle, PublicText.ReceivedText, Tone.Info, IconName.Inbox),
        CaseStatus.AwaitingApplicant => (PublicText.AwaitingTitle, PublicText.AwaitingText, Tone.Warning, IconName.Chat),
        CaseStatus.InVerification => (PublicText.InVerificationTitle, PublicText.InVerificationText, Tone.Info, IconName.FactCheck),
        CaseStatus.AwaitingClarification => (PublicText.AwaitingTitle, PublicText.AwaitingText, Tone.Warning, IconName.Chat),
        CaseStatus.Verified => (PublicText.RecordingTitle, PublicText.RecordingText, Tone.Info, IconName.Verified),
        CaseStatus.Recorded => (PublicText.RecordingTitle, PublicText.RecordingText, Tone.Info, IconName.CloudDone),
        CaseStatus.AwaitingApproval => (PublicText.AwaitingApprovalTitle, PublicText.AwaitingApprovalText, Tone.Info, IconName.Gavel),
        CaseStatus.Activating => (PublicText.ActivatingTitle, PublicText.ActivatingText, Tone.Info, IconName.Bolt),
        CaseStatus.Active => (PublicText.ActiveTitle, PublicText.ActiveText, Tone.Success, IconName.RocketLaunch),
        CaseStatus.Completed => (PublicText.CompletedTitle, PublicText.CompletedText, Tone.Success, IconName.TaskAlt),
        CaseStatus.Rejected => (PublicText.RejectedTitle, PublicText.RejectedText, Tone.Danger, IconName.Cancel),
        CaseStatus.Withdrawn => (PublicText.WithdrawnTitle, PublicText.WithdrawnText, Tone.Neutral, IconName.Undo),
        CaseStatus.Expired => (PublicText.ExpiredTitle, PublicText.ExpiredText, Tone.Neutral, IconName.HourglassTop),
        CaseStatus.Cancelled => (PublicText.CancelledTitle, PublicText.CancelledText, Tone.Neutral, IconName.Block),
    };
}
