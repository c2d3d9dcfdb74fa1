using Onboarding.Core.Notifications;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Notices;

/// <summary>What a person was told of one case or customer on one day.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Lines">The notices, newest first.</param>
public sealed record NoticeGroup(string Number, IReadOnlyList<NoticeLine> Lines)
{
    /// <summary>True while one of them is unread.</summary>
    public bool IsUnread => Lines.Any(line => !line.IsRead);
}

/// <summary>A day with what a person was told.</summary>
/// <param name="Day">The day in the zone of who looks.</param>
/// <param name="Groups">The cases and customers, the one with the newest notice first.</param>
public sealed record NoticeDay(DateOnly Day, IReadOnlyList<NoticeGroup> Groups)
{
    /// <summary>Sorts notices into days, and within a day by what they are about.</summary>
    public static IReadOnlyList<NoticeDay> Of(IEnumerable<NoticeLine> lines, DisplayTime time) =>
        [.. lines.GroupBy(line => DateOnly.FromDateTime(time.Local(line.At).DateTime)).Select(day => new NoticeDay(
            day.Key, [.. day.GroupBy(line => line.Number, StringComparer.Ordinal).Select(group => new NoticeGroup(group.Key, [.. group]))]))];
}
