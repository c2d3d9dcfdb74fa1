using Onboarding.Core.Notifications;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Notices;

/// <summary>What a notice says, in the visitor's language, and where it leads. No personal data of an applicant is in it.</summary>
public static class NoticeWords
{
    /// <summary>The sentence.</summary>
    public static string Of(NoticeLine line) => line.Kind switch
    {
        NoticeKind.Assigned => line.ByName is { } by ? NoticeText.AssignedBy.With(by) : NoticeText.Assigned,
        NoticeKind.Mention => NoticeText.Mention.With(line.ByName ?? DomainText.Colleague),
        NoticeKind.CameBack => line.ByName is { } by ? NoticeText.CameBackBy.With(by) : NoticeText.CameBack,
        NoticeKind.Answered => NoticeText.Answered,
        NoticeKind.Decided => NoticeText.Decided.With(DomainTexts.Of(line.Status)),
        NoticeKind.SnoozeEnded => NoticeText.SnoozeEnded,
        NoticeKind.DueSoon => NoticeText.DueSoon,
        NoticeKind.Late => NoticeText.Late,
        NoticeKind.Escalated => NoticeText.Escalated,
    };

    /// <summary>Where it leads.</summary>
    public static string Href(NoticeLine line) => NoticeKinds.IsOfCustomer(line.Kind) ? CustomerUrls.Of(line.Number) : CaseUrls.Of(line.Number);

    /// <summary>The picture before it.</summary>
    public static IconName Icon(NoticeKind kind) => kind switch
    {
        NoticeKind.Assigned => IconName.AssignmentInd,
        NoticeKind.Mention => IconName.Chat,
        NoticeKind.CameBack => IconName.Undo,
        NoticeKind.Answered => IconName.Forum,
        NoticeKind.Decided => IconName.Gavel,
        NoticeKind.SnoozeEnded => IconName.Schedule,
        NoticeKind.DueSoon => IconName.HourglassTop,
        NoticeKind.Late or NoticeKind.Escalated => IconName.Warning,
    };

    /// <summary>How pressing it is.</summary>
    public static Tone Tone(NoticeKind kind) => kind switch
    {
        NoticeKind.Late or NoticeKind.Escalated => Components.Controls.Tone.Danger,
        NoticeKind.DueSoon => Components.Controls.Tone.Warning,
        NoticeKind.Answered or NoticeKind.Decided or NoticeKind.SnoozeEnded or NoticeKind.Assigned or NoticeKind.Mention or NoticeKind.CameBack => Components.Controls.Tone.Neutral,
    };

    /// <summary>A count, or that there are more than are counted.</summary>
    public static string Count(int unread) => unread >= NoticeReader.MostCounted ? $"{NoticeReader.MostCounted - 1}+" : $"{unread}";
}
